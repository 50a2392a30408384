//! Principles: which exercises, in which order, and how deep.

use super::learn::{Principle, told};
use crate::routes::Page;

/// Which exercises.
pub const EXERCISES: [Principle; 16] = [
    told(
        18,
        "Compounds first, calves whenever",
        "Big lifts come first because they need you fresh. For size the order makes no difference, so a muscle that matters more to you may go before them. That calves come last is one article's habit; the plan keeps it for convenience.",
        "s000, s004; Nunes 2021",
        (Page::Plan, "the order of a session"),
    ),
    told(
        46,
        "Heavy first, many reps after",
        "Within a session the loads fall and the reps rise: squats or presses with fewer reps, then the machines with more. It spares the joints when you are tired, and it is easier to end a light single-joint set near failure safely.",
        "s003; our choice",
        (Page::Plan, "the reps of each exercise"),
    ),
    told(
        19,
        "One leg at a time, once a week",
        "Working one leg takes the lower back out of the way and shows which side is weaker. At least one such exercise stands in every week of the plan. Left and right together are one set.",
        "s000; our choice",
        (Page::Plan, "one-leg work among the promises"),
    ),
    told(
        20,
        "Hip crease below the knee",
        "Ten weeks of full squats grew glutes 6.7 % and adductors 6.2 %, half squats 2.2 and 2.7 %. Quads grew alike. So depth is worth it for everything but the quads; take the weight that lets you reach it, as far as your joints agree.",
        "s000; Kubo 2019",
        (Page::Plan, "squats to parallel and below"),
    ),
    told(
        21,
        "Squats alone are not enough",
        "Squats grew neither the hamstrings nor the rectus femoris in one good trial; about the latter another disagrees. So every week needs an extension, a curl, a hinge and calf work as well. What is left out is named, before you train and in the verdict.",
        "s001; Kubo 2019, Kojić 2022",
        (Page::HoldsBack, "coverage among the factors"),
    ),
    told(
        22,
        "Why leg extensions",
        "The article praises tension in the shortened muscle. The better reason: they grow the rectus femoris, 11 to 17 % in a trial where squats gave 2 to 8 %. We have seen its numbers, not its authors. Leaning back by some forty degrees did better still.",
        "s001; a trial of 63 people, about 2025; Larsen 2024",
        (Page::Plan, "extensions in each week"),
    ),
    told(
        23,
        "Curl and hinge are two things",
        "Hamstrings bend the knee and extend the hip. Curls and stiff-legged lifts stress and grow different regions of them, and neither replaces the other. Each has a target of its own in the week.",
        "s000; Maeo 2024",
        (Page::Progress, "hip and knee of the hamstrings"),
    ),
    told(
        24,
        "Straight knee for the calf you see",
        "The articles give the straight knee to the gastrocnemius and the bent one to the soleus. Standing raises in fact grew the soleus as well as seated ones, and the gastrocnemius 9 to 12 % against about 1 %. So most calf work is done standing.",
        "s001, s004; Kinoshita 2023",
        (Page::Plan, "the kinds of calf raises"),
    ),
    told(
        25,
        "The leg press spares the back",
        "It does, and it is fine for quads and glutes. That it trains hamstrings is not borne out: they shorten at one joint while they lengthen at the other. It earns no hamstring sets here.",
        "s004; the credit is our choice",
        (Page::Progress, "where sets come from"),
    ),
    told(
        26,
        "“Seventy percent of the leg”",
        "One article says that a squat recruits 70 % of the leg's muscles. What we found measured the trunk and not the legs, so nothing is computed from it. Sets are credited muscle by muscle instead.",
        "s003; not supported",
        (Page::Progress, "sets per muscle"),
    ),
    told(
        27,
        "Lean, depth and knees",
        "One article says shallow squats and a forward lean load the kneecap by a third more. A newer analysis finds the contrary: more lean loads it less, more depth more. If your knees complain, mark them in your answers, and gentler exercises are chosen.",
        "s003; Applied Sciences 15:8784, 2025, disagrees",
        (Page::Welcome, "joint cautions"),
    ),
    told(
        17,
        "Blood-flow restriction is for clinics",
        "Cuffs that restrict blood flow let light loads build muscle, which helps after injuries. The pressure has to be set by a professional, and some conditions forbid it. It is never part of a plan here.",
        "s004; Patterson 2019",
        (Page::Plan, "left out on purpose"),
    ),
    told(
        33,
        "Warm up, but not for half an hour",
        "The articles ask for 10 to 15 minutes before and 5 to 10 after. The plan counts eight minutes and lighter sets of the first lift: 40, 60 and 80 % of the working load. Nobody has shown that a cool-down adds muscle; add one if you like it.",
        "s004; our choice",
        (Page::Session, "warm-up sets"),
    ),
    told(
        48,
        "What belongs in a warm-up",
        "A few minutes that raise the pulse, then moving through the range you are about to load, then lighter sets of the lift itself. Long static stretches fit after the session, if anywhere. Warm-up sets never count.",
        "s004; our choice",
        (Page::Session, "warm-up sets"),
    ),
    told(
        49,
        "No momentum; stretch and squeeze calves",
        "Bouncing out of the bottom lets tendons do the work. Move every rep under control, and at the calf pause in the stretch and at the top. A rep that needs a swing is a rep too many, and ends the set.",
        "s004",
        (Page::Session, "the honest count of reps left"),
    ),
    told(
        40,
        "Form first; sharp pain ends it",
        "Learn a lift light, add slowly. Fatigue is diffuse, on both sides, and fades. Pain that is sharp, in one spot or in a joint is something else: stop the exercise. At six of ten or above, or when it keeps coming back, the exercise leaves the plan and a clinician is the right person to ask.",
        "s003, s004; our choice of the steps",
        (Page::Session, "pain, from 0 to 10"),
    ),
];
