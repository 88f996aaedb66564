"""Russian stems of saying: the one table that every part takes its own from.

Each stem stands once, under the names of the columns it is in.
"""

from collections.abc import Mapping
from types import MappingProxyType

from sayso.vocabulary.languages.saying_columns import in_column

VERBS: Mapping[str, str] = MappingProxyType(
    {
        "saying persons": "опроверг ответил пишет пояснил спросил считает",
        "persons": (
            "видел видит вспоминает вспомнил говорил говорит говорят добавил доложил "
            "заявил заявляет назвал написал объяснил отметил отмечает оценил подтвердил "
            "подчеркнул предупредил призвал признал признался рассказал рассказывает "
            "сказал сообщает сообщил утверждает уточнил"
        ),
        "saying": (
            "верифицир вздыха возрази говор добав докла доложи завери заверя задокументир "
            "зафиксировал заяв коммент назва называ написа напомни насчит насчита обвини "
            "обещал объяв описыва отмет отмеча отрапорт отрица отчит оцени оценива "
            "парирова переда передае передаё перечисл писал пишут поговарива подтверд "
            "подчерк полагает пообещал похваст поясни предупре привел приводит привёл "
            "призна прикид прогноз расска рассчита сказа слышал слышали сообщ ссыла "
            "считают уверя указал указыва утвержда уточн фиксирует цитиру"
        ),
    }
)
"""Columns -> stems."""
SAYING = in_column(VERBS, "saying")
"""Cues of an attribution begin so."""
PERSONS = in_column(VERBS, "persons")
"""What persons do whose words are quoted; by it a name is a person's."""
