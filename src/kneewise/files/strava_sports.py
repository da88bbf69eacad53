"""Kinds of activity in the languages of Strava's exports, as far as the plan tells them apart.

Apps write them into GPX as well.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final
from unicodedata import normalize

from kneewise.files.sports import sport_named
from kneewise.model.sport import Sport

_WRITTEN: Final[Mapping[Sport, str]] = {
    Sport.RUNNING: (
        "lauf, laufen, joggen, laufband, traillauf, virtueller lauf, "
        "course à pied, course, trail, course virtuelle, tapis de course, "
        "carrera, correr, carrera de montaña, carrera virtual, "
        "bieg, bieganie, bieg terenowy, bieg wirtualny, "
        "corsa, corsa virtuale, corrida, hardlopen, hardloop, trailrun, "
        "löpning, løb, løbetur, løping, løpetur, běh, juoksu, futás, koşu, alergare, trčanje, jooks, "
        "bėgimas, skriešana, τρέξιμο, бег, забег, біг, забіг, бягане, трчање, lari, chạy bộ, วิ่ง, ריצה, جري, "
        "ランニング, ラン, 跑步, 户外跑步, 室内跑步, 越野跑, 戶外跑步, 室內跑步, 달리기, 러닝, "
        "footing, orienteering, canicross, plogging, parkrun, skyrunning"
    ),
    Sport.WALKING: (
        "spaziergang, gehen, marche, caminata, spacer, chód, camminata, caminhada, wandeling, wandelen, "
        "promenad, gåtur, chůze, kävely, gyaloglás, séta, yürüyüş, mers pe jos, περπάτημα, ходьба, ходіння, "
        "jalan kaki, đi bộ, ウォーキング, 健走, 步行, 走路, 걷기"
    ),
    Sport.HIKING: (
        "wanderung, wandern, randonnée, senderismo, excursión, wędrówka, piesza wycieczka, "
        "escursione, trilha, hike, pěší turistika, vaellus, túrázás, doğa yürüyüşü, drumeție, πεζοπορία, "
        "хайкинг, поход, пішохідна прогулянка, mendaki, ハイキング, 徒步, 远足, 健行, 하이킹"
    ),
    Sport.CYCLING: (
        "radfahrt, fahrt, radfahren, mountainbike-fahrt, gravelfahrt, e-bike-fahrt, virtuelle radfahrt, "
        "sortie à vélo, vélo, vtt, sortie gravel, vélo électrique, sortie à vélo virtuelle, "
        "bicicleta, ciclismo, vuelta en bicicleta, bicicleta de montaña, vuelta ciclista virtual, "
        "jazda na rowerze, rower, kolarstwo, jazda na rowerze górskim, wirtualna jazda na rowerze, "
        "pedalata, giro, pedalada, fietsrit, rit, cykling, cykeltur, jízda, pyöräily, kerékpározás, "
        "bisiklet, ciclism, ποδηλασία, велосипед, заезд, велоспорт, bersepeda, đạp xe, "
        "ライド, 骑行, 騎行, 자전거, 라이딩"
    ),
    Sport.SWIMMING: (
        "schwimmen, natation, natación, pływanie, nuoto, natação, zwemmen, simning, svømning, plavání"
    ),
    Sport.ROWING: (
        "rudern, indoor-rudern, aviron, remo, wioślarstwo, wiosłowanie, canottaggio, roeien, veslování"
    ),
    Sport.STRENGTH: (
        "krafttraining, gewichttraining, musculation, entraînement musculaire, "
        "entrenamiento con pesas, entrenamiento de fuerza, trening siłowy, podnoszenie ciężarów, "
        "allenamento con i pesi, treino com pesos, krachttraining, styrketräning"
    ),
    Sport.TEAM_OR_COURT: (
        "fußball, football, fútbol, piłka nożna, calcio, futebol, voetbal, fotboll, "
        "basketball, basket-ball, baloncesto, koszykówka, tenis, tennis de table, tischtennis, squash"
    ),
}

SPORTS: Final[Mapping[str, Sport]] = MappingProxyType(
    {word: sport for sport, words in _WRITTEN.items() for word in words.split(", ")}
)
"""By the word in small letters; what is not here is looked for among the English words."""


def sport_in_any_language(written: str) -> Sport | None:
    """Find the sport of a word in English, of Strava's number, or of a word in another language."""
    return sport_named(written) or SPORTS.get(normalize("NFC", written).strip().casefold())
