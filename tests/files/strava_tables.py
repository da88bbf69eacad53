"""Strava's table as its exports write it in several languages, with our own rows."""

import csv
import io
from collections.abc import Sequence

HEADERS = {
    "English": (
        "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,Distance,"
        "Max Heart Rate,Relative Effort,Commute,Activity Private Note,Activity Gear,Filename,Athlete Weight,"
        "Bike Weight,Elapsed Time,Moving Time,Distance"
    ),
    "German": (
        "Aktivitäts-ID,Aktivitätsdatum,Name der Aktivität,Aktivitätsart,Aktivitätsbeschreibung,"
        "Verstrichene Zeit,Distanz,Max. Herzfrequenz,Relative Leistung,Pendelfahrt,Private Notiz,"
        "Aktivitätsausrüstung,Dateiname,Gewicht des Athleten,Gewicht des Rads,Verstrichene Zeit,"
        "Bewegungszeit,Distanz"
    ),
    "French": (
        "ID de l'activité,Date de l'activité,Nom de l'activité,Type d'activité,Description de l'activité,"
        "Temps écoulé,Distance,Fréquence cardiaque max.,Effort relatif,Trajet,Note privée,"
        "Équipement,Nom du fichier,Poids de l'athlète,Poids du vélo,Temps écoulé,"
        "Durée de déplacement,Distance"
    ),
    "Spanish": (
        "ID de actividad,Fecha de la actividad,Nombre de la actividad,Tipo de actividad,Descripción,"
        "Tiempo transcurrido,Distancia,Frecuencia cardiaca máx.,Esfuerzo relativo,Desplazamiento,"
        "Nota privada,Equipamiento,Nombre de archivo,Peso del atleta,Peso de la bici,Tiempo transcurrido,"
        "Tiempo en movimiento,Distancia"
    ),
    "Polish": (
        "Identyfikator aktywności,Data aktywności,Nazwa aktywności,Rodzaj aktywności,Opis aktywności,"
        "Czas całkowity,Dystans,Maks. tętno,Względny wysiłek,Dojazd,Prywatna notatka,Sprzęt,Nazwa pliku,"
        "Waga sportowca,Waga roweru,Czas całkowity,Czas ruchu,Dystans"
    ),
}
DATES = {
    "English": "May 4, 2026, 6:30:00 AM",
    "German": "04.05.2026, 06:30:00",
    "French": "4 mai 2026 à 06:30:00",
    "Spanish": "4 may 2026, 6:30:00",
    "Polish": "4 maj 2026, 06:30:00",
}
TYPES = {
    "English": "Run",
    "German": "Lauf",
    "French": "Course à pied",
    "Spanish": "Carrera",
    "Polish": "Bieg",
}
LANGUAGES = sorted(HEADERS)


def table(*rows: Sequence[str], language: str = "English") -> bytes:
    header = [
        *HEADERS[language].split(","),
        *(f"Column {number}" for number in range(18, 43)),
        *(("Perceived Exertion", "Type", "Start Time") if language == "English" else ("A", "B", "C")),
    ]
    held = io.StringIO(newline="")
    csv.writer(held).writerows([header, *rows])
    return held.getvalue().encode()


def row(
    activity: str,
    *,
    language: str = "English",
    name: str = "Mill lane",
    date: str = "",
    file: str = "",
    gear: str = "Old Faithful",
    seconds: int = 600,
    metres: float = 1800.0,
    exertion: str = "4",
    start: str = "",
) -> list[str]:
    shown = f"{metres / 1000:.2f}".replace(".", "." if language == "English" else ",")
    told = [
        activity,
        date or DATES[language],
        name,
        TYPES[language],
        "slow, then slower",
        str(seconds),
        shown,
    ]
    beside = ["", "", "", "", gear, file, "", "", f"{seconds}.0", f"{seconds - 30}.0", str(metres)]
    return [*told, *beside, *[""] * 25, exertion, "", start]
