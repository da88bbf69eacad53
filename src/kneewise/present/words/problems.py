"""Why a file is no activity, was refused, or came through with something missing: one sentence each."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: Mapping[str, str | Promise] = {
    # Known already.
    "same_content": _("The same file was imported before."),
    "same_activity": _(
        "Another file of the same session was imported before; both are kept, the better one is used."
    ),
    # Well, and no activity.
    "archive": _("An archive: each file in it has a line of its own."),
    "apple_health": _(
        "An Apple Health export: each workout in it, and each month of nights, has a line of its own."
    ),
    "apple_route": _("A track of a workout: it went into the workout."),
    "strava_table": _("Strava's list of activities: the names and shoes in it went to its files."),
    "garmin_list": _("Garmin's list of activities: each row of it has a line of its own."),
    "nights": _("Hours of sleep: each night went to the diary where the diary said nothing of it."),
    "no_nights": _("A list of nights without any hours of sleep."),
    "table": _(
        "A table, not an activity. With an export it needs nothing; alone, offer the FIT, TCX or GPX files "
        "of its sessions."
    ),
    "map": _("A map or a route, not an activity."),
    "web_page": _("A web page: download the file again while logged in, and offer what you get then."),
    "other_kind": _("Another kind of file; FIT, TCX and GPX are read, also as .gz or in a zip."),
    "mac_shadow": _("What a Mac notes beside a file; the file itself has a line of its own."),
    "link": _("A link to another place; offer the file it leads to."),
    "fit_settings": _("Settings of a watch, not an activity."),
    "fit_workout": _("A planned workout, not an activity that was done."),
    "fit_course": _("A course to follow, not an activity that was done."),
    "fit_monitoring": _("The watch's record of a day, not an activity."),
    "fit_body": _("Weight or blood pressure, not an activity."),
    "fit_other": _("A FIT file of another kind than an activity."),
    "track_without_times": _("A track without times: where it went is known, not when."),
    "no_track": _("There is no recorded track in it."),
    "empty_activity": _("An activity without any length: nothing was recorded in it."),
    # Refused, with the remedy.
    "empty_file": _("The file is empty; export it again from the watch or the app it came from."),
    "date_unclear": _("Its date could be read as two days; export the table again in English."),
    "no_length": _(
        "It says neither when it was nor how long; enter it in the app it came from, and export again."
    ),
    "apple_changed": _(
        "Another program has written this export anew; offer the one that the Health app gives."
    ),
    "not_fit": _("This is not a FIT file; offer the original file of the watch."),
    "not_what_it_says": _("Its name promises an activity, its content is something else; export it again."),
    "damaged": _("It is so damaged that nothing could be read; export it again."),
    "doctype": _("It declares a document type, which watch files never do; export it again from its app."),
    "too_large": _("It is, or would unpack to, far more than a watch can write; offer the original file."),
    "packed_twice": _("It is packed within a packed file; unpack it once and offer what comes out."),
    "gzip_damaged": _("The packed file is cut or damaged; download it again."),
    "zip_damaged": _("The zip is cut or damaged; download it again."),
    "zip_member_damaged": _("This file is damaged within its zip; download the zip again."),
    "zip_encrypted": _(
        "It is protected by a password; unpack the zip with the password and offer the folder."
    ),
    "zip_in_zip": _("A zip within a zip within a zip; unpack it first and offer what comes out."),
    "zip_overlap": _(
        "Files within the zip overlap, which no honest packer does; download the zip again where it is from."
    ),
    "zip_too_many": _("The zip holds more than 50,000 files; offer it in parts."),
    "zip_method": _("It is packed by a method that is not read here; pack it again as an ordinary zip."),
    "zip_name_leads_out": _("Its name points out of the zip; unpack the zip yourself and offer the folder."),
    "unreadable": _(
        "The computer does not let this file be read; check who may read it, and offer it again."
    ),
    "reader_died": _("Reading it took more than this computer has; export it again, or offer it by itself."),
    "folder_unreadable": _(
        "The computer does not let this folder be read; check who may read it, and offer it again."
    ),
    "folder_too_deep": _("Folders lie too deep within each other; offer this one by itself."),
    "not_a_file": _(
        "This is neither a file nor a folder; copy what it leads to into a file, and offer that."
    ),
    # Imported, with something amiss.
    "fit_gave_up": _("Badly damaged: only the first part could be read."),
    "fit_damaged": _("Partly recovered: some of it was damaged and was left out."),
    "fit_cut": _("Partly recovered: the file ends before the recording does."),
    "fit_checksum": _("Its checksum does not fit: something in it may have been changed on the way."),
    "fit_header": _("Its beginning is damaged; the rest was read."),
    "fit_trailing": _("There is something behind the end of it that was left out."),
    "fit_too_sparse": _("A few rare figures in it were left out."),
    "xml_damaged": _("Partly recovered: the file is cut or not well formed."),
    "gzip_cut": _("Partly recovered: the packed file ends too early."),
    "odd_times": _("Points with a date of quite another week were left out."),
    "clock_not_set": _("The watch had not found the date yet: the day of this session is wrong."),
    "sport_guessed": _("The file names no sport; it moved as a runner does, so it is taken for a run."),
    # When a session is looked at again.
    "original_lost": _("The original file is no longer where it was kept; import it again."),
    "no_original": _("This session was told by hand; there is no file to draw."),
}
