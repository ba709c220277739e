"""Phrases in the words of a language."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from deadlines.enums import Ground
from deadlines.rules.arithmetic import Length
from deadlines.rules.term import Article
from deadlines.rules.wording import DaysOff, Label, Name, Near, Phrase, Start, Value
from deadlines.rules.words import LANGUAGES
from deadlines.rules.words.language import Language
from inburgering.kit.dutch import upper_first


def text_of(phrase: Phrase, language: str) -> str:
    words = LANGUAGES[language]
    return words.phrases[phrase.key].format(
        **{name: _text(value, words) for name, value in phrase.values.items()}
    )


def sentence_of(clauses: Sequence[Phrase], articles: Sequence[Article], language: str) -> str:
    """The clauses after one another, and the articles they rest on."""
    words = LANGUAGES[language]
    said = words.between.join(text_of(clause, language) for clause in clauses)
    cited = cite(articles, words)
    said = upper_first(said)
    return f"{said} ({cited})." if cited else f"{said}."


def cite(articles: Sequence[Article], words: Language) -> str:
    """ "Besluit inburgering 2021, artikel 5.3 lid 1 en artikel 5.3 lid 2; Algemene termijnenwet, artikel 1"."""
    cited = []
    for law, found in groupby(dict.fromkeys(articles), key=lambda article: article.law):
        numbers = [
            words.article.format(number=_number(article, words)) for article in found if article.number
        ]
        name = words.laws.get(law.name, law.name)
        cited.append(words.comma.join([name, *filter(None, [words.joined.join(numbers)])]))
    return words.between.join(cited)


def _number(article: Article, words: Language) -> str:
    """ "5.3 lid 1", with the words in it in this language."""
    number = " ".join(words.parts.get(part, part) for part in article.number.split(" "))
    return number.replace(",", words.comma.strip())


def _days_off(whys: Sequence[str], words: Language) -> str:
    """ "een zaterdag, daarna een zondag en Koningsdag"; a term that lacks working days passes one, and says so once."""
    off = [words.days_off.get(why, why) for why in _weekends([why for why in whys if why])]
    lacks = [words.days_off[""]] if "" in whys else []
    first, rest = (lacks, off) if whys[0] == "" else (off[:1], off[1:])
    said = [*first, *([f"{words.then}{_list(rest, words)}"] if rest else [])]
    return words.comma.join(said if first == lacks else [*said, *lacks])


def _weekends(whys: Sequence[str]) -> list[str]:
    """A zaterdag and zondag after the first day are one weekend."""
    found = list(whys[:1])
    for why in whys[1:]:
        if why == "een zondag" and len(found) > 1 and found[-1] == "een zaterdag":
            found[-1] = "een weekend"
        else:
            found.append(why)
    return found


def _list(items: Sequence[str], words: Language) -> str:
    return words.joined.join(filter(None, [words.comma.join(items[:-1]), items[-1]]))


def _text(value: Value, words: Language) -> str:
    match value:
        case date():
            return words.day(value)
        case Near(day, other):
            return words.day(day, year=day.year != other.year)
        case Length():
            return words.length(value)
        case Label(key):
            return words.labels[key]
        case Start(key):
            return words.starts[key]
        case DaysOff(whys):
            return _days_off(whys, words)
        case Name(name):
            return words.names.get(name, name)
        case Ground():
            return words.grounds[value]
        case Article():
            return cite([value], words)
