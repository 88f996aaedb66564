"""Sayso: who claimed what, in which words, through whom, when. On whose say-so?"""

__version__ = "0.1.0"
