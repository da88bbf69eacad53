"""What the patterns of step 1 are called, and the features that speak for or against them."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

CALLED = {
    "patellofemoral": _("pain around or behind the kneecap (patellofemoral pain)"),
    "it_band": _("pain of the outer band (IT band)"),
    "patellar_tendon": _("pain of the tendon below the kneecap (patellar tendon)"),
    "quadriceps_tendon": _("pain of the tendon above the kneecap (quadriceps tendon)"),
    "meniscus": _("pain of a meniscus, a cushion inside the joint"),
    "osteoarthritis": _("pain of a worn joint (osteoarthritis)"),
    "pes_anserine": _("pain of the cords at the inner shin (pes anserine)"),
    "plica": _("pain of a fold inside the joint (plica)"),
    "fat_pad": _("pain of the fat pad beside the tendon below the kneecap"),
    "popliteus": _("pain of the tendon at the outer back corner (popliteus)"),
    "biceps_femoris": _("pain of the outer hamstring tendon (biceps femoris)"),
    "osgood_schlatter": _("pain of the growing bump of the shin (Osgood-Schlatter)"),
    "sinding_larsen": _("pain of the growing tip of the kneecap (Sinding-Larsen)"),
}

PATTERNS: Mapping[str, str | Promise] = {f"pattern.{key}": called for key, called in CALLED.items()}

PATTERN_ACTIONS: Mapping[str, str | Promise] = {
    "pain.pattern.patellofemoral": _(
        "Your answers fit the pattern often called patellofemoral pain; other causes are possible. "
        "This is not a diagnosis."
    ),
    "pain.pattern.it_band": _(
        "Your answers fit the pattern often called IT band pain; other causes are possible. This is not a "
        "diagnosis."
    ),
    "pain.pattern.patellar_tendon": _(
        "Your answers fit the pattern often called patellar tendon pain; other causes are possible. "
        "This is not a diagnosis."
    ),
    "pain.pattern.quadriceps_tendon": _(
        "Your answers fit the pattern often called quadriceps tendon pain; other causes are possible. "
        "This is not a diagnosis."
    ),
    "pain.pattern.meniscus": _(
        "Your answers fit the pattern of a sore meniscus; other causes are possible. This is not a diagnosis."
    ),
    "pain.pattern.osteoarthritis": _(
        "Your answers fit the pattern often called osteoarthritis; other causes are possible. This is not a "
        "diagnosis."
    ),
    "pain.pattern.pes_anserine": _(
        "Your answers fit the pattern often called pes anserine pain; other causes are possible. "
        "This is not a diagnosis."
    ),
    "pain.pattern.plica": _(
        "Your answers fit the pattern of a sore plica; other causes are possible. This is not a diagnosis."
    ),
    "pain.pattern.fat_pad": _(
        "Your answers fit the pattern of a sore fat pad; other causes are possible. This is not a diagnosis."
    ),
    "pain.pattern.popliteus": _(
        "Your answers fit the pattern often called popliteus pain; other causes are possible. This is not a "
        "diagnosis."
    ),
    "pain.pattern.biceps_femoris": _(
        "Your answers fit the pattern of a sore outer hamstring tendon; other causes are possible. "
        "This is not a diagnosis."
    ),
    "pain.pattern.osgood_schlatter": _(
        "Your answers fit the pattern often called Osgood-Schlatter; other causes are possible. "
        "This is not a diagnosis."
    ),
    "pain.pattern.sinding_larsen": _(
        "Your answers fit the pattern often called Sinding-Larsen; other causes are possible. This is not a "
        "diagnosis."
    ),
}

FEATURES: Mapping[str, str | Promise] = {
    "feature.loc_peripatellar": _("around or behind the kneecap"),
    "feature.loc_inferior_pole": _("just below the kneecap"),
    "feature.loc_superior_pole": _("just above the kneecap"),
    "feature.loc_tibial_tubercle": _("the bump at the top of the shin"),
    "feature.loc_lateral_epicondyle": _("the outer side above the joint"),
    "feature.loc_lateral_joint_line": _("the outer side at the joint"),
    "feature.loc_medial_joint_line": _("the inner side at the joint"),
    "feature.loc_anteromedial_below_joint_line": _("the inner side below the joint"),
    "feature.loc_posterior": _("the back of the knee"),
    "feature.loc_posterolateral": _("the outer back corner"),
    "feature.onset_gradual": _("came on slowly"),
    "feature.onset_gradual.absent": _("did not come on slowly"),
    "feature.pain_free_start_then_predictable_distance": _("starts after the same distance each time"),
    "feature.pain_free_start_then_predictable_distance.absent": _("no fixed distance at which it starts"),
    "feature.sore_start_then_warms_up": _("sore at the start, then warms up"),
    "feature.sore_start_then_warms_up.absent": _("does not warm up"),
    "feature.worsens_through_run_or_earlier_each_run": _("gets worse through the run"),
    "feature.worsens_through_run_or_earlier_each_run.absent": _("does not get worse through the run"),
    "feature.pain_on_walking": _("hurts when walking"),
    "feature.pain_on_walking.absent": _("walking is fine"),
    "feature.agg_downhill": _("downhill"),
    "feature.agg_downhill.absent": _("downhill is fine"),
    "feature.agg_stairs_down": _("stairs down"),
    "feature.agg_stairs_down.absent": _("stairs down are fine"),
    "feature.agg_squat": _("squatting"),
    "feature.agg_squat.absent": _("squatting is fine"),
    "feature.agg_prolonged_sitting": _("long sitting"),
    "feature.agg_prolonged_sitting.absent": _("long sitting is fine"),
    "feature.agg_jump_hop": _("jumping or hopping"),
    "feature.agg_jump_hop.absent": _("hopping is fine"),
    "feature.agg_twist_pivot": _("twisting"),
    "feature.agg_twist_pivot.absent": _("twisting is fine"),
    "feature.agg_full_extension_standing": _("standing with the knee fully straight"),
    "feature.agg_full_extension_standing.absent": _("fully straight is fine"),
    "feature.swelling_within_hours_or_visible": _("swelling"),
    "feature.swelling_within_hours_or_visible.absent": _("no swelling"),
    "feature.locking_true": _("locking"),
    "feature.locking_true.absent": _("no locking"),
    "feature.catching_clicking_painful": _("painful catching or clicking"),
    "feature.catching_clicking_painful.absent": _("no painful catching"),
    "feature.giving_way": _("giving way"),
    "feature.giving_way.absent": _("no giving way"),
    "feature.night_or_rest_pain": _("pain at night or at rest"),
    "feature.night_or_rest_pain.absent": _("no pain at night or at rest"),
    "feature.focal_bone_tenderness": _("one tender spot of bone"),
    "feature.focal_bone_tenderness.absent": _("no tender bone"),
    "feature.load_spike_3_8wk": _("more running before it began"),
    "feature.load_spike_3_8wk.absent": _("no more running than before"),
    "feature.morning_stiffness": _("stiff in the morning"),
    "feature.morning_stiffness.absent": _("not stiff in the morning"),
}

TO_TELL: Mapping[str, str | Promise] = {
    "tell.hurts": _("It hurts %(when)s."),
    "tell.there": _("Say there too: %(told)s"),
    "tell.hurts_at_start": _("at the start of a run"),
    "tell.hurts_during": _("later in a run"),
    "tell.hurts_after": _("after a run"),
    "tell.hurts_next_morning": _("on the morning after"),
    "tell.hurts_downhill": _("running downhill"),
    "tell.hurts_uphill": _("running uphill"),
    "tell.hurts_stairs_down": _("going down stairs"),
    "tell.hurts_stairs_up": _("going up stairs"),
    "tell.hurts_squat": _("squatting"),
    "tell.hurts_sitting": _("after long sitting"),
    "tell.hurts_rising_from_chair": _("rising from a chair"),
    "tell.hurts_kneeling": _("kneeling"),
    "tell.hurts_hop": _("jumping or hopping"),
    "tell.hurts_sprinting": _("sprinting"),
    "tell.hurts_twisting": _("turning on the leg"),
    "tell.hurts_fully_straight": _("standing with the knee straight"),
    "tell.hurts_resisted_straightening": _("straightening against resistance"),
    "tell.hurts_resisted_bend": _("bending against resistance"),
    "tell.hurts_figure_four": _("sitting with that ankle on the other knee"),
    "tell.snapping": _("Something snaps at the inner side of the kneecap."),
    "tell.swelling_not_examined": _("Nobody has examined the swelling yet."),
    "tell.knee_operation_earlier": _("The knee was operated on, longer than a year ago."),
}

SENTENCES: Mapping[str, str | Promise] = {**PATTERNS, **PATTERN_ACTIONS, **FEATURES, **TO_TELL}
