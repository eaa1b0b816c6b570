"""Whether `he` or `she` can mean somebody, by a form of address in the text or a given name."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property

from winset.reading.text.words import lexicon

_MEN = lexicon(
    """
    aaron abbas abdel abdul abdullah abdulla abdulrahman abraham adam adolf adnan adrian ahmad ahmed
    alan albert alberto aldo alejandro aleksandar aleksandr alessandro alexander alexandre alexei
    alfonso alfred alfredo ali allen alvaro amir anatoly anders andreas andrei andres andrew andrey
    andriy andrzej angus anthony antoine anton antonio antony antonis arne arthur arturo ashraf asif
    augusto barack ben benjamin benny bernard bernie bilal bill bob boris bradley brett brian bruce
    bruno carl carlos chad charles charlie chuck colin craig damian daniel danny darren dave david
    dennis derek didier diego dieter dimitri dimitris dirk dmitri dmitry dmytro dominic don donald
    doug douglas duncan ed eddie edgar edmund eduardo edward edwin ehud eli emmanuel enrique eric
    erik ernesto ernst espen evgeny ezra faisal farid felipe felix ferdinand fernando fidel
    francesco francis francisco francois françois frank franz fred frederick friedrich fritz fumio
    gareth gary gavin geoff geoffrey george georgios gerald gerard gerhard gerry giorgio giovanni
    giuseppe glenn gonzalo gordon graham greg gregory guido guillermo gunther gustavo hamid hans
    harold harry hasan hassan hector heinz helmut henri henrik henry herbert hideki hikmet horst
    howard hubert hugh hugo hussein ian ibrahim igor ilham ismail ivan jack jacob jacques jake jakob
    james janez jared jason javier jeff jeffrey jens jeremy jerry jesus jim jimmy jiri joao joaquin
    joe joel johan johann john johnny jonathan jorge jose josé josef joseph josh joshua juan julian
    julio jürgen junichiro justin kamal karim karl keith ken kenneth kevin khaled khalid klaus knut
    kofi konstantin kurt kyriakos lars larry laurent lawrence leonard leonid leopold lev lech liam
    lloyd louis luc lucas luigi luis luiz lukas maciej magnus mahmoud mahmud malcolm manuel marc
    marcel marcelo marcin marco marcos marcus mariano mario mark marko markus martin martti marvin
    massoud mateo matt matthew matthias maurice maurizio mauricio max maxim michael michal michel
    miguel mihai mikael mike mikhail milan milos mirza mitch mohamed mohammad mohammed
    mohammad-javad mohsen muammar muhammad muhammadu mustafa narendra nathan nawaz neil nicholas
    nick nicolas nicolás nigel nikol nikolai nikos nils noah norman olaf ole oleg oleksandr oliver
    olivier omar osama oscar osman otto pablo paolo pascal patrick paul pavel pavlo pawel pedro per
    peter petro philip philippe phillip pierre piotr rafael rahul raj rajesh ralph ramon randy
    rashid raul raúl ray raymond recep reinhard rene reza ricardo richard rick riek rob robert
    roberto roger roland rolf roman ron ronald ross roy rudolf rupert russell ryan saad saddam said
    salva salvatore salman samir samuel scott sean sebastian serge sergei sergey sergio seth shane
    shawn shimon shinzo sigmar silvio simon slobodan staffan stanislav stefan stephane stephen steve
    steven stuart sven svein syed taro ted tariq tayyip terje theodore thomas tim timothy tobias
    todd tom tomas tommy tony trevor umar uwe vaclav vadim valery vicente victor viktor vincent
    vitaly vivek vladimir volodymyr vyacheslav walid walter warren wayne werner willem william willy
    winston wolfgang xavier yair yasser yitzhak yevgeny yoshihide youssef yuri yury yusuf zbigniew
    zoltan
    """
)
_WOMEN = lexicon(
    """
    abigail aisha aino alexandra alexandria alice alicia alison amanda amelia amina amy ana
    anastasia angela angelina anita anja ann anna annabel anne annegret annika anne-marie antonia
    arlene astrid barbara beata beatriz becky benazir beth betty bianca birgit bonnie brenda bridget
    britta camilla carla carmen carol carole caroline cassandra catalina catherine cathy cecilia
    charlotte cheryl chloe christiana christina christine claire clara claudia colleen condoleezza
    cristina cynthia daniela deborah debra delia denise diana diane dilma dina dolores donna dora
    doris dorothy ebba edith eileen elaine eleanor elena elisabeth elise elizabeth ella ellen elsa
    emily emma erica erika estelle esther ethel eva evelyn fatima fatou federica felicity fiona
    florence frances francesca francoise françoise gabriela gabriella georgina geraldine gertrude
    gina giorgia glenda gloria grace greta gretchen gro gunilla hanan hanna hannah harriet heather
    heidi helen helena helene helga henrietta hilda hillary hina ida ilona indira inga ingrid irena
    irene irina irma isabel isabella isabelle ivana jacinda jacqueline jane janet janice jeanne
    jennifer jenny jessica jill joanna joanne josephine joyce juanita judith judy julia juliana
    julie karen karin karina katarina kate katerina katharina katherine kathleen kathryn kathy katja
    katrina katya kaja kersti khadija khaleda kirsten kirsti kirsty kristalina kristin kristina lara
    larisa laura leila lena lidia lilian lillian linda lisa liz liza lois loretta lorraine louise
    lucia lucy ludmila luisa lynn lynne madeleine maia maja malala maren margaret margarita margot
    margrethe mariana maria mariam marianne marie marija marina marine marjorie marlene marta martha
    mary maryam matilda maureen mary-lou megan melania melanie melissa mercedes mette michelle
    mildred miriam moira molly mona monica monika monique nadia nadine nancy naomi natalia natalie
    natasha nina nora norma odile olena olga olivia pamela patricia paula pauline penelope penny
    petra phyllis priscilla priti rachel ramona rania rebecca regina renate rita roberta rosa
    rosalyn rose rosemary roxana ruth sabine sally samantha sandra sanna sara sarah sheikha sheila
    shirin sigrid silvia sima sofia sonia sophia sophie stella stephanie sue susan susana susanne
    suzanne sylvia sylvie tamara tansu tanya tasnim tatiana tatyana teresa theresa tina tzipi ulrika
    ursula vanessa vera veronica veronika victoria viktoria virginia vivian wanda wendy yasmin
    yolanda yulia yuliya yvette yvonne zainab zoe zuzana
    """
)
_ADDRESSES = (
    (("Mr", "Mr.", "Sir", "King", "Prince", "Lord", "Sheikh", "Father"), "he"),
    (("Ms", "Ms.", "Mrs", "Mrs.", "Dame", "Queen", "Princess", "Lady"), "she"),
)
_LONGEST = 100
"""Characters of a name that is looked for."""
_OTHER = {"he": "she", "she": "he"}


class Pronouns:
    """Whom a text calls he and whom she; each name is looked up once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._known: dict[str, str] = {}

    def contrary(self, pronoun: str, name: str) -> bool:
        """Whether somebody is known to be a man where `she` is asked for, or a woman for `he`.

        >>> Pronouns("").contrary("she", "Ole Roe"), Pronouns("Ms Roe left.").contrary("he", "Roe")
        (True, True)
        """
        return pronoun in _OTHER and self.of(name) == _OTHER[pronoun]

    def of(self, name: str) -> str:
        """`he` or `she` by a given name, or by how its bearer is addressed; "" for neither."""
        if name not in self._known:
            self._known[name] = self._of(name)
        return self._known[name]

    def _of(self, name: str) -> str:
        given, _, rest = name.partition(" ")
        if rest and given.lower() in _MEN:
            return "he"
        if rest and given.lower() in _WOMEN:
            return "she"
        last = rest.rpartition(" ")[2] or given
        found = [pronoun for pronoun, names in self._addressed.items() if _begun(names, last)]
        return found[0] if len(found) == 1 else ""

    @cached_property
    def _addressed(self) -> dict[str, list[str]]:
        """What stands after the forms of address of each pronoun, sorted."""
        return {
            pronoun: sorted(after for one in addresses for after in _after(f"{one} ", self._text))
            for addresses, pronoun in _ADDRESSES
        }


def _after(words: str, text: str) -> Iterator[str]:
    """What stands after each place of some words in a text."""
    place = text.find(words)
    while place >= 0:
        place += len(words)
        yield text[place : place + _LONGEST]
        place = text.find(words, place)


def _begun(sorted_words: list[str], name: str) -> bool:
    """Whether any of some sorted words begin with a name."""
    place = bisect_left(sorted_words, name)
    return place < len(sorted_words) and sorted_words[place].startswith(name)
