"""Ukrainian stems of saying: the one table that every part takes its own from.

Each stem stands once, under the names of the columns it is in.
"""

from collections.abc import Mapping
from types import MappingProxyType

from sayso.vocabulary.languages.saying_columns import in_column

VERBS: Mapping[str, str] = MappingProxyType(
    {
        "saying persons": "відпові дода додав запита каже оціни пише сказа",
        "persons": (
            "бачив бачила вважає відповів говорив говорить додала допові доповів зазначає "
            "зазначи зазначив зазначила закликав заяви заявив заявила заявляє згадав "
            "згаду згадує зізна зізнався зізналася казав казала наголоси наголосив назвав "
            "написа написав оцінив оцінила повідоми повідомив повідомила повідомляє "
            "попередив поясни пояснив пояснила підтверди підтвердив розпові розповів "
            "розповідає розповіла сказав сказала спростува стверджує уточни уточнив"
        ),
        "saying": (
            "вважа верифік визна вказ відкин говор додал допов задокумент зазнач запевн "
            "запереч зафіксував заяв звіту йдеться кажуть каза комент навел навод навів "
            "нагад наголо назва назив напис наполяг нарахув обвинув обіця оголо оціню "
            "перед переказ перелі писал пишуть повідом поперед пораху посила похвал поясн "
            "припуск підрах підтверд рахує розказ розпов сповіст спрост ствердж тверд "
            "уточн фіксує хвал хизув цитує чув ідеться"
        ),
    }
)
"""Columns -> stems."""
SAYING = in_column(VERBS, "saying")
"""Cues of an attribution begin so."""
PERSONS = in_column(VERBS, "persons")
"""What persons do whose words are quoted; by it a name is a person's."""
