"""States with their capitals, seats of government and, after a stroke, their adjectives."""

from __future__ import annotations

_STATES = """
Afghanistan Kabul / Afghan
|Albania Tirana / Albanian
|Algeria Algiers / Algerian
|Angola Luanda / Angolan
|Argentina Buenos_Aires / Argentine Argentinian
|Armenia Yerevan / Armenian
|Australia Canberra / Australian
|Austria Vienna / Austrian
|Azerbaijan Baku / Azerbaijani Azeri
|Bahrain Manama / Bahraini
|Bangladesh Dhaka / Bangladeshi
|Belarus Minsk / Belarusian
|Belgium Brussels / Belgian
|Benin Porto-Novo
|Bolivia La_Paz / Bolivian
|Bosnia Sarajevo / Bosnian
|Botswana Gaborone
|Brazil Brasília Brasilia / Brazilian
|Bulgaria Sofia / Bulgarian
|Burkina_Faso Ouagadougou
|Burundi Bujumbura / Burundian
|Cambodia Phnom_Penh / Cambodian
|Cameroon Yaoundé / Cameroonian
|Canada Ottawa / Canadian
|Chad N'Djamena
|Chile Santiago / Chilean
|China Beijing Zhongnanhai / Chinese
|Colombia Bogotá Bogota / Colombian
|Congo Kinshasa / Congolese
|Costa_Rica San_José
|Croatia Zagreb / Croatian
|Cuba Havana / Cuban
|Cyprus Nicosia / Cypriot
|Czech_Republic Prague / Czech
|Denmark Copenhagen / Danish
|Djibouti
|Ecuador Quito / Ecuadorian
|Egypt Cairo / Egyptian
|El_Salvador San_Salvador
|Eritrea Asmara / Eritrean
|Estonia Tallinn / Estonian
|Ethiopia Addis_Ababa / Ethiopian
|Fiji Suva / Fijian
|Finland Helsinki / Finnish
|France Paris Élysée Elysée Quai_d'Orsay Matignon / French
|Gabon Libreville
|Georgia Tbilisi / Georgian
|Germany Berlin Bonn / German
|Ghana Accra / Ghanaian
|Greece Athens / Greek
|Guatemala / Guatemalan
|Guinea Conakry
|Guyana Georgetown / Guyanese
|Haiti Port-au-Prince / Haitian
|Honduras Tegucigalpa / Honduran
|Hungary Budapest / Hungarian
|Iceland Reykjavik Reykjavík / Icelandic
|India New_Delhi Delhi / Indian
|Indonesia Jakarta / Indonesian
|Iran Tehran / Iranian
|Iraq Baghdad / Iraqi
|Ireland Dublin / Irish
|Israel Jerusalem Tel_Aviv / Israeli
|Italy Rome Palazzo_Chigi / Italian
|Ivory_Coast Yamoussoukro / Ivorian
|Jamaica Kingston / Jamaican
|Japan Tokyo Kasumigaseki Nagatacho / Japanese
|Jordan Amman / Jordanian
|Kazakhstan Astana Nur-Sultan / Kazakh
|Kenya Nairobi / Kenyan
|Kosovo Pristina / Kosovar
|Kuwait / Kuwaiti
|Kyrgyzstan Bishkek / Kyrgyz
|Laos Vientiane / Lao
|Latvia Riga / Latvian
|Lebanon Beirut / Lebanese
|Liberia Monrovia / Liberian
|Libya Tripoli / Libyan
|Lithuania Vilnius / Lithuanian
|Luxembourg
|Madagascar Antananarivo
|Malawi Lilongwe
|Malaysia Kuala_Lumpur Putrajaya / Malaysian
|Mali Bamako / Malian
|Malta Valletta / Maltese
|Mauritania Nouakchott
|Mauritius Port_Louis / Mauritian
|Mexico Mexico_City / Mexican
|Moldova Chisinau Chișinău / Moldovan
|Mongolia Ulaanbaatar / Mongolian
|Montenegro Podgorica
|Morocco Rabat / Moroccan
|Mozambique Maputo / Mozambican
|Myanmar Naypyidaw / Burmese
|Namibia Windhoek / Namibian
|Nepal Kathmandu / Nepali Nepalese
|Netherlands The_Hague / Dutch
|New_Zealand Wellington
|Nicaragua Managua / Nicaraguan
|Niger Niamey
|Nigeria Abuja / Nigerian
|North_Korea Pyongyang / North_Korean
|North_Macedonia Skopje / Macedonian
|Norway Oslo / Norwegian
|Oman Muscat / Omani
|Pakistan Islamabad / Pakistani
|Panama Panama_City / Panamanian
|Papua_New_Guinea Port_Moresby
|Paraguay Asunción / Paraguayan
|Peru Lima / Peruvian
|Philippines Manila Malacañang / Philippine Filipino
|Poland Warsaw / Polish
|Portugal Lisbon / Portuguese
|Qatar Doha / Qatari
|Romania Bucharest / Romanian
|Russia Moscow Kremlin Smolenskaya Soviet_Union / Russian Soviet
|Rwanda Kigali / Rwandan
|Saudi_Arabia Riyadh / Saudi
|Senegal Dakar / Senegalese
|Serbia Belgrade / Serbian Serb
|Sierra_Leone Freetown
|Singapore / Singaporean
|Slovakia Bratislava / Slovak
|Slovenia Ljubljana / Slovenian
|Somalia Mogadishu / Somali
|South_Africa Pretoria / South_African
|South_Korea Seoul Blue_House / South_Korean
|South_Sudan Juba
|Spain Madrid Moncloa / Spanish
|Sri_Lanka Colombo / Sri_Lankan
|Sudan Khartoum / Sudanese
|Sweden Stockholm / Swedish
|Switzerland Bern / Swiss
|Syria Damascus / Syrian
|Taiwan Taipei / Taiwanese
|Tajikistan Dushanbe / Tajik
|Tanzania Dodoma / Tanzanian
|Thailand Bangkok / Thai
|Togo Lomé
|Tunisia Tunis / Tunisian
|Turkey Türkiye Ankara / Turkish
|Turkmenistan Ashgabat / Turkmen
|Tuvalu Funafuti
|Uganda Kampala / Ugandan
|Ukraine Kyiv Kiev Bankova / Ukrainian
|United_Arab_Emirates UAE Abu_Dhabi / Emirati
|United_Kingdom UK U.K. Britain Great_Britain London Downing_Street Whitehall Westminster England
  / British English
|United_States USA U.S. US America Washington White_House Capitol_Hill Foggy_Bottom Pentagon
  / American
|Uruguay Montevideo / Uruguayan
|Uzbekistan Tashkent / Uzbek
|Vatican Holy_See
|Venezuela Caracas Miraflores / Venezuelan
|Vietnam Hanoi / Vietnamese
|Yemen Sanaa Sana'a / Yemeni
|Zambia Lusaka / Zambian
|Zimbabwe Harare / Zimbabwean
|European_Union EU Berlaymont / European
|United_Nations UN U.N.
|NATO
|ASEAN
|African_Union
"""


def _read() -> tuple[dict[str, str], frozenset[str]]:
    """Every name, capital, seat and adjective to its state; and which of them are adjectives."""
    found: dict[str, str] = {}
    adjectives: list[str] = []
    for line in _STATES.strip().split("|"):
        names, _, people = line.replace("\n", "").partition(" / ")
        first = names.split()[0].replace("_", " ")
        after = [name.replace("_", " ") for name in people.split()]
        found |= {name.replace("_", " "): first for name in names.split()}
        found |= dict.fromkeys(after, first)
        adjectives += after
    return found, frozenset(adjectives)


STATES, ADJECTIVES = _read()
"""A name of a state, its capital or seat of government, or its adjective, to the state's name."""

_OTHERS = """
african asian arab muslim christian jewish kurdish scottish welsh catalan palestinian palestine
scotland wales africa asia europe caspian baltic balkan mediterranean atlantic pacific arctic
northern southern eastern western central geneva york monday tuesday wednesday thursday friday
democrat democratic republican conservative liberal alabama alaska arizona arkansas california
calif colorado connecticut delaware florida hawaii idaho illinois indiana iowa kansas kentucky
louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska
nevada ohio oklahoma oregon pennsylvania tennessee texas utah vermont wisconsin wyoming ontario
quebec manitoba alberta saskatchewan ulster bavaria catalonia punjab
saturday sunday january february april june july august september october november december
"""
_REGIONS = """
new_hampshire new_jersey new_mexico new_york north_carolina south_carolina north_dakota
south_dakota west_virginia rhode_island british_columbia nova_scotia new_south_wales
"""
PLACE_WORDS = frozenset(name.lower() for name in STATES) | frozenset(_OTHERS.split())
PLACE_WORDS |= frozenset(name.replace("_", " ") for name in _REGIONS.split())
"""Capitalised words, in lower case, that are never a person's whole name."""
