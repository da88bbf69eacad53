"""Kinds of activity in the languages of Strava's exports, as far as the plan tells them apart.

Apps write them into GPX as well.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from kneewise.model.sport import Sport

_WRITTEN: Final[Mapping[Sport, str]] = {
    Sport.RUNNING: (
        "lauf, laufen, traillauf, virtueller lauf, course à pied, course, trail, course virtuelle, "
        "carrera, correr, carrera de montaña, carrera virtual, "
        "bieg, bieganie, bieg terenowy, bieg wirtualny, "
        "corsa, corsa virtuale, corrida, hardlopen, hardloop, trailrun, "
        "löpning, løb, løping, běh, ランニング, 跑步"
    ),
    Sport.WALKING: (
        "spaziergang, gehen, marche, caminata, spacer, chód, camminata, caminhada, wandeling, wandelen, "
        "promenad, gåtur, chůze, ウォーキング"
    ),
    Sport.HIKING: (
        "wanderung, wandern, randonnée, senderismo, excursión, wędrówka, piesza wycieczka, "
        "escursione, trilha, hike, pěší turistika, ハイキング"
    ),
    Sport.CYCLING: (
        "radfahrt, fahrt, radfahren, mountainbike-fahrt, gravelfahrt, e-bike-fahrt, virtuelle radfahrt, "
        "sortie à vélo, vélo, vtt, sortie gravel, vélo électrique, sortie à vélo virtuelle, "
        "bicicleta, ciclismo, vuelta en bicicleta, bicicleta de montaña, vuelta ciclista virtual, "
        "jazda na rowerze, rower, kolarstwo, jazda na rowerze górskim, wirtualna jazda na rowerze, "
        "pedalata, giro, pedalada, fietsrit, rit, cykling, cykeltur, jízda, ライド"
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
