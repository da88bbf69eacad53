"""The pictures in words: for each a title, and what is to be seen for those who do not see it.

What stands within a picture takes its figures from the rooms' numbers by name.
"""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: Mapping[str, str | Promise] = {
    "picture.stand.title": _("Standing"),
    "picture.stand.desc": _("Somebody in running clothes stands upright, arms at the sides."),
    "picture.walk.title": _("Brisk walk"),
    "picture.walk.desc": _("Somebody walks briskly; the front foot comes down on its heel, the arms swing."),
    "picture.run.title": _("Easy run"),
    "picture.run.desc": _(
        "Somebody runs; the back foot pushes off with its ball, the other knee comes forward."
    ),
    "picture.cadence.title": _("Shorter, quicker steps"),
    "picture.cadence.desc": _(
        "Two runners. With a tick: the foot comes down below the hip, on a bent knee. With a cross: the "
        "heel comes down far ahead of the hip, the knee straight and sore."
    ),
    "picture.bridge-down.title": _("Bridge on one leg: down"),
    "picture.bridge-down.desc": _(
        "On the back on a mat, one foot flat on it, the other leg held up. The hips are down; a dotted "
        "arrow shows that they go up."
    ),
    "picture.bridge-up.title": _("Bridge on one leg: up"),
    "picture.bridge-up.desc": _(
        "The hips are lifted, so that chest, hip and knee are in one line; the other leg is straight out. "
        "The seat and the back of the thigh work."
    ),
    "picture.clamshell-closed.title": _("Clamshell: closed"),
    "picture.clamshell-closed.desc": _(
        "On one side on a mat, hips and knees bent, knee on knee and foot on foot. A dotted arrow shows "
        "that the upper knee goes up."
    ),
    "picture.clamshell-open.title": _("Clamshell: open"),
    "picture.clamshell-open.desc": _(
        "The upper knee is lifted as a shell opens, the feet stay together, the hips do not roll. The side "
        "of the hip works."
    ),
    "picture.split-squat-up.title": _("Split squat: up"),
    "picture.split-squat-up.desc": _(
        "One foot a long step ahead of the other, the back heel off the ground, hands on the hips. A dotted"
        " arrow points down."
    ),
    "picture.split-squat-down.title": _("Split squat: down"),
    "picture.split-squat-down.desc": _(
        "The hips sink straight down until the back knee is just above the ground and the front thigh is "
        "level. Thigh and seat of the front leg work."
    ),
    "picture.squat-up.title": _("Slow squat: up"),
    "picture.squat-up.desc": _("Upright, both arms straight ahead. A dotted arrow points down."),
    "picture.squat-down.title": _("Slow squat: down"),
    "picture.squat-down.desc": _(
        "The hips go back and slowly down until the thighs are level; heels stay on the ground, arms ahead."
        " A clock beside it: take your time. The front of the thighs works."
    ),
    "picture.step-up-start.title": _("Step-up: start"),
    "picture.step-up-start.desc": _(
        "One whole foot is on a low step, the other behind on the ground. A dotted arrow points up."
    ),
    "picture.step-up-end.title": _("Step-up: end"),
    "picture.step-up-end.desc": _(
        "Tall on the step on one leg, the other knee lifted. Thigh and seat of the standing leg work."
    ),
    "picture.step-down-start.title": _("Step-down: start"),
    "picture.step-down-start.desc": _(
        "On one leg at the edge of a low step, the other foot in the air in front of it. A dotted arrow "
        "shows that this foot goes to the ground."
    ),
    "picture.step-down-end.title": _("Step-down: end"),
    "picture.step-down-end.desc": _(
        "The knee of the leg on the step bends until the other heel touches the ground. The front of that "
        "thigh works."
    ),
    "picture.hip-abduction-start.title": _("Leg lift on the side: start"),
    "picture.hip-abduction-start.desc": _(
        "On one side on a mat, the lower knee bent, the upper leg straight. A dotted arrow shows that it "
        "goes up."
    ),
    "picture.hip-abduction-end.title": _("Leg lift on the side: end"),
    "picture.hip-abduction-end.desc": _(
        "The straight upper leg is lifted; a shadow shows where it came from. The side of the hip works."
    ),
    "picture.band-start.title": _("Side steps with a band: start"),
    "picture.band-start.desc": _(
        "From the front: knees a little bent, hands on the hips, an elastic band around both ankles. A "
        "dotted arrow points to the side."
    ),
    "picture.band-end.title": _("Side steps with a band: end"),
    "picture.band-end.desc": _("One foot has gone wide to its side; the band is stretched."),
    "picture.calf-raise-down.title": _("Calf raise: down"),
    "picture.calf-raise-down.desc": _(
        "Behind a chair, fingers on its back, both heels on the ground. A dotted arrow points up."
    ),
    "picture.calf-raise-up.title": _("Calf raise: up"),
    "picture.calf-raise-up.desc": _("On the balls of the feet, heels high, knees straight. The calves work."),
    "picture.wall-sit.title": _("Wall sit"),
    "picture.wall-sit.desc": _(
        "Back against a wall as on a chair that is not there, thighs level. A clock: hold it. The front of "
        "the thighs works."
    ),
    "picture.isometric.title": _("Straightening against a strap"),
    "picture.isometric.desc": _(
        "On a chair, one shin pushes forward against a strap that does not give. A clock: hold it. The "
        "front of that thigh works."
    ),
    "picture.calf-stretch-straight.title": _("Calf stretch: straight knee"),
    "picture.calf-stretch-straight.desc": _(
        "Hands on a wall, one leg far back and straight with its heel on the ground. The calf is stretched."
    ),
    "picture.calf-stretch-bent.title": _("Calf stretch: bent knee"),
    "picture.calf-stretch-bent.desc": _(
        "Hands on a wall, the back knee bent with its heel on the ground. The lower calf is stretched."
    ),
    "picture.ankle-pulse-start.title": _("Knee to wall: start"),
    "picture.ankle-pulse-start.desc": _(
        "One knee on the ground, the other foot flat and a hand’s breadth from a wall, a ruler below it."
    ),
    "picture.ankle-pulse-end.title": _("Knee to wall: end"),
    "picture.ankle-pulse-end.desc": _(
        "The front knee has come forward and touches the wall, its heel still on the ground; the way from "
        "toes to wall is marked."
    ),
    "picture.leg-swing.title": _("Leg swing"),
    "picture.leg-swing.desc": _(
        "One hand on a post, one leg swings forward and back from the hip; a shadow shows it behind."
    ),
    "picture.foam-roll.title": _("Foam roller for the thigh"),
    "picture.foam-roll.desc": _(
        "Face down on the forearms, a roller below the thighs. An arrow points there and back along them."
    ),
    "picture.ice.title": _("Ice on the knee"),
    "picture.ice.desc": _(
        "Leaning back on a couch, one leg up on a cushion, a bag of ice over a cloth on the knee."
    ),
    "picture.bike.title": _("Exercise bike"),
    "picture.bike.desc": _("Somebody pedals on an exercise bike, the lower knee a little bent."),
    "picture.swim.title": _("Swimming"),
    "picture.swim.desc": _("Somebody swims the crawl, one arm ahead, the other over the water."),
    "picture.single-leg-squat.title": _("One-leg squat, looked at from the front"),
    "picture.single-leg-squat.desc": _(
        "Two runners on one bent leg. With a tick: hip, knee and foot are in one line. With a cross: the "
        "knee falls inwards, and hurts."
    ),
    "picture.hop-start.title": _("Hop on one leg: start"),
    "picture.hop-start.desc": _("On one bent leg, arms back. A dotted arrow points up."),
    "picture.hop.title": _("Hop on one leg"),
    "picture.hop.desc": _("In the air over the ground, one leg straight below, arms ahead."),
    "picture.bridge-both-down.title": _("Bridge on both legs: down"),
    "picture.bridge-both-down.desc": _(
        "On the back on a mat, both feet flat on it, hips down. A dotted arrow points up."
    ),
    "picture.bridge-both-up.title": _("Bridge on both legs: up"),
    "picture.bridge-both-up.desc": _(
        "The hips are lifted until chest, hip and knees are in one line, both feet on the mat."
    ),
    "picture.bridge-step-down.title": _("Bridge on one leg, foot on a step: down"),
    "picture.bridge-step-down.desc": _(
        "On the back on a mat, one foot on a low step, the other leg held up, hips down. A dotted arrow "
        "points up."
    ),
    "picture.bridge-step-up.title": _("Bridge on one leg, foot on a step: up"),
    "picture.bridge-step-up.desc": _(
        "The hips are lifted, the foot still on the step, the other leg straight out."
    ),
    "picture.bridge-weight-down.title": _("Bridge on one leg with a weight: down"),
    "picture.bridge-weight-down.desc": _(
        "On the back on a mat, both hands hold a weight on the hips, one foot flat, the other leg held up. "
        "A dotted arrow points up."
    ),
    "picture.bridge-weight-up.title": _("Bridge on one leg with a weight: up"),
    "picture.bridge-weight-up.desc": _(
        "The hips are lifted with the weight on them, the other leg straight out."
    ),
    "picture.band-leg-start.title": _("Leg to the side with a band: start"),
    "picture.band-leg-start.desc": _(
        "From the front: upright, hands on the hips, an elastic band around both ankles. A dotted arrow "
        "points to the side."
    ),
    "picture.band-leg-end.title": _("Leg to the side with a band: end"),
    "picture.band-leg-end.desc": _(
        "One straight leg is lifted to its side against the band; the trunk stays upright."
    ),
    "picture.cable-start.title": _("Leg to the side at a cable: start"),
    "picture.cable-start.desc": _(
        "From the front: upright beside a cable machine, the far ankle in a cuff on its cable. A dotted "
        "arrow points away from the machine."
    ),
    "picture.cable-end.title": _("Leg to the side at a cable: end"),
    "picture.cable-end.desc": _(
        "The straight leg in the cuff is lifted to the side, away from the machine; the trunk stays upright."
    ),
    "picture.rear-foot-up.title": _("Split squat, rear foot raised: up"),
    "picture.rear-foot-up.desc": _(
        "One foot ahead on the ground, the back of the other on a bench behind, hands on the hips. A dotted"
        " arrow points down."
    ),
    "picture.rear-foot-down.title": _("Split squat, rear foot raised: down"),
    "picture.rear-foot-down.desc": _(
        "The hips sink until the rear knee is near the ground, the rear foot still on the bench."
    ),
    "picture.rear-foot-weight-up.title": _("Split squat, rear foot raised, with weights: up"),
    "picture.rear-foot-weight-up.desc": _(
        "As without weights, a dumb-bell hanging from each hand. A dotted arrow points down."
    ),
    "picture.rear-foot-weight-down.title": _("Split squat, rear foot raised, with weights: down"),
    "picture.rear-foot-weight-down.desc": _(
        "The hips have sunk, the dumb-bells hang beside the knee, the rear foot is on the bench."
    ),
    "picture.wall-sit-start.title": _("Wall sit: start"),
    "picture.wall-sit-start.desc": _(
        "Standing, back against a wall and feet a step away from it. A dotted arrow points down."
    ),
    "picture.chair-squat-up.title": _("Squat to a chair: up"),
    "picture.chair-squat-up.desc": _("Upright in front of a chair, arms ahead. A dotted arrow points down."),
    "picture.chair-squat-down.title": _("Squat to a chair: down"),
    "picture.chair-squat-down.desc": _(
        "The hips have gone back and down until they touch the seat, arms ahead."
    ),
    "picture.one-leg-chair-up.title": _("One-leg squat to a chair: up"),
    "picture.one-leg-chair-up.desc": _(
        "On one leg in front of a chair, the other foot a little ahead and off the ground. A dotted arrow "
        "points down."
    ),
    "picture.one-leg-chair-down.title": _("One-leg squat to a chair: down"),
    "picture.one-leg-chair-down.desc": _(
        "The hips touch the seat over one bent leg, the other leg is held out ahead."
    ),
    "picture.squat-weight-up.title": _("Slow squat with a weight: up"),
    "picture.squat-weight-up.desc": _(
        "Upright, both hands hold a dumb-bell before the chest. A dotted arrow points down."
    ),
    "picture.squat-weight-down.title": _("Slow squat with a weight: down"),
    "picture.squat-weight-down.desc": _(
        "The hips have gone slowly back and down, the dumb-bell stays at the chest. A clock beside it: take"
        " your time."
    ),
    "picture.leg-press-start.title": _("Leg press with one leg: start"),
    "picture.leg-press-start.desc": _(
        "Leaning back in a leg press, one foot on its plate and that knee bent, the other foot on the "
        "ground. A dotted arrow points along the rail."
    ),
    "picture.leg-press-end.title": _("Leg press with one leg: end"),
    "picture.leg-press-end.desc": _("The leg has pushed the plate along the rail and is nearly straight."),
    "picture.calf-one-down.title": _("Calf raise on one leg: down"),
    "picture.calf-one-down.desc": _(
        "On one foot behind a chair, fingers on its back, the other foot lifted behind. A dotted arrow "
        "points up."
    ),
    "picture.calf-one-up.title": _("Calf raise on one leg: up"),
    "picture.calf-one-up.desc": _("High on the ball of one foot, its knee straight; the calf works."),
    "picture.calf-step-down.title": _("Calf raise on a step: down"),
    "picture.calf-step-down.desc": _(
        "The ball of one foot on the edge of a step, the heel sunk below it, hands on a post. A dotted "
        "arrow points up."
    ),
    "picture.calf-step-up.title": _("Calf raise on a step: up"),
    "picture.calf-step-up.desc": _("High on the ball of that foot, the heel far above the edge of the step."),
    "picture.calf-weight-down.title": _("Calf raise on one leg with a weight: down"),
    "picture.calf-weight-down.desc": _(
        "On one foot behind a chair, one hand on its back, a dumb-bell in the other. A dotted arrow points "
        "up."
    ),
    "picture.calf-weight-up.title": _("Calf raise on one leg with a weight: up"),
    "picture.calf-weight-up.desc": _("High on the ball of one foot, the dumb-bell hanging from the hand."),
    "picture.step-1.title": _("Note when and where it hurts"),
    "picture.step-1.desc": _(
        "A runner beside a trail writes into a small book; rings and rays mark one knee."
    ),
    "picture.step-2.title": _("The bike in place of a run"),
    "picture.step-2.desc": _("A runner on an exercise bike in a gym with windows and dumb-bells."),
    "picture.step-3.title": _("Quick steps to a beat"),
    "picture.step-3.desc": _(
        "Legs of a runner close up on a pavement, the foot below the body, and a phone whose metronome "
        "beats a little faster than before."
    ),
    "picture.step-4.title": _("Bridge on one leg"),
    "picture.step-4.desc": _(
        "On a mat in a gym, hips lifted on one leg, the other straight out; seat and back of the thigh work."
    ),
    "picture.step-5.title": _("Toes up a wall"),
    "picture.step-5.desc": _(
        "On a pavement, hands on a wall, the toes of one foot up against it and its heel on the ground; the"
        " calf is stretched."
    ),
    "picture.step-6.title": _("Shoes and how far they ran"),
    "picture.step-6.desc": _(
        "A pair of running shoes on a scale, a tag with a distance on a string, an insole beside them."
    ),
    "picture.step-7.title": _("Ice and rest"),
    "picture.step-7.desc": _(
        "A runner leans back on a couch, a cloth and a bag of ice on the knee; a clock says how long."
    ),
    # Written within pictures.
    "picture.lowering": _("%(lowering_s)s s"),
    "picture.beats": _("+%(first_raise_percent)s %%"),
    "picture.mileage": _("%(life_km_low)s–%(life_km_high)s km"),
    "picture.icing": _("%(ice_min_low)s–%(ice_min_high)s min"),
}
