"""Labels in transcripts of who asks and who answers, in the languages that are read."""

ANSWERS = frozenset("a answer ответ відповідь".split())
ASKS = frozenset(
    """q question interviewer moderator host presenter reporter вопрос корреспондент
    ведущий ведущая интервьюер питання запитання кореспондент ведучий ведуча""".split()
)
