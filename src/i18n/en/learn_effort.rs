//! Principles: where it fails, and how hard a set is.

use super::learn::{Principle, told};
use crate::routes::Page;

/// Where it fails.
pub const FAILING: [Principle; 5] = [
    told(
        42,
        "Find the failing point first",
        "Legs stop growing for a reason that can be found: in the gym, in the kitchen or in bed. Changing everything at once hides which change worked. Legwork reads your own log, ranks what limits you, and names what is missing where it cannot tell.",
        "s001; the ranking is our choice",
        (Page::HoldsBack, "the ranked factors"),
    ),
    told(
        7,
        "If only the legs lag, look at effort",
        "When arms and back grow on the same food and the same sleep, kitchen and bed cannot be the reason. Then the leg sets themselves come first: how near to failure they end, and what ends them. That order breaks ties between factors; the size of each still decides.",
        "s002; the order is our choice",
        (Page::HoldsBack, "effort among the factors"),
    ),
    told(
        43,
        "“Rarely a lack of effort”, or mostly?",
        "Two of the articles disagree: one says effort is seldom the problem, the other says it nearly always is, once volume, form and depth are right. No belief decides that here. Your share of sets that end too early is counted, and corrected by calibration sets.",
        "s001 against s002; decided by measuring",
        (Page::HoldsBack, "effort and its calibration"),
    ),
    told(
        5,
        "Leg sets feel harder than they are",
        "Big leg sets hurt, burn and take your breath, so people stop with four or five good reps left and believe it was one or two. Lifters did misjudge the leg press more than the chest press. Your estimate is asked after each set and checked now and then.",
        "s002; Hackett 2017",
        (Page::Session, "reps in reserve of each set"),
    ),
    told(
        8,
        "Less effort, smaller legs",
        "One author eased off on legs for a while and watched them shrink. That is one person's story and proves nothing. It is a reason to keep an eye on the share of hard sets over months, not a rule that anything is computed from.",
        "s002, an anecdote",
        (Page::Progress, "hard sets over the weeks"),
    ),
];

/// How hard.
pub const EFFORT: [Principle; 11] = [
    told(
        4,
        "Stop with one or two reps left",
        "One or two clean reps in reserve grew quads as much as going to failure, at less cost. Three is the most that counts fully here. In practice: a load you could lift ten times is lifted seven to nine times. Big free-weight lifts keep a rep more in hand than machines.",
        "s001, s002; Refalo 2024, Robinson 2024",
        (Page::Session, "the target of each set"),
    ),
    told(
        6,
        "Let the target muscle end the set",
        "A set that ends because of breath, back or discomfort has not asked much of the leg. Ask yourself how many more you could truly have done if everything hung on it. With four or more left you are asked what stopped you, so that the reason can be mended.",
        "s002; our choice",
        (Page::Session, "what stopped you"),
    ),
    told(
        9,
        "Overload is load, reps or sets",
        "Doing more over time is what growth follows: more on the bar, more reps with the same, or more sets. Added reps work about as well as added load. Two articles also count shorter rests as progress; that makes a set harder, not bigger, and is not counted here.",
        "s000, s001, s004; Plotkin 2022",
        (Page::Session, "today's suggestion"),
    ),
    told(
        11,
        "The load matters less than the end of the set",
        "The articles ask for 60 to 85 % of your best single on the big lifts. That is a good range, and the reps prescribed lead there. Lighter works too, down to about 30 %, if the set ends near failure. At 20 % the thigh grew about half as much.",
        "s003; Lasevicius 2018",
        (Page::Session, "the load of each set"),
    ),
    told(
        12,
        "Many rep ranges work",
        "Anything from six to thirty-five reps builds muscle when it ends near failure. Eight to fifteen is practical: fewer strains joints, more takes long. Single-joint lifts get more reps than the big ones, and calves are done once heavy and once with many.",
        "s000, s004; Schoenfeld 2021",
        (Page::Plan, "the reps of each exercise"),
    ),
    told(
        14,
        "Rest until you can do it again",
        "The articles ask for rests of half a minute to two minutes. Longer ones come out slightly better for the thigh, though the difference may be nothing. So heavy free lifts get two to three minutes, machines about two, single-joint lifts one to one and a half. Very short rests belong inside drop sets.",
        "s003, s004; Singer 2024, Longo 2022",
        (Page::Session, "the rest timer"),
    ),
    told(
        15,
        "Drop sets save time, not more",
        "After the last set of a single-joint lift, take 20 to 30 % off and go on, once or twice. That grew muscle as well as usual sets, in a half to a third of the time. A drop counts half a set, and the whole cluster two at most.",
        "s000, s004; Sødal 2023",
        (Page::Edit, "the technique of an exercise"),
    ),
    told(
        16,
        "Pair opposites, not rivals",
        "A curl while the quads rest, an extension while the hamstrings rest: that saves minutes and costs nothing. Squats paired with lunges, giant sets and partial burn-outs mostly tire the lungs. They are not planned, and partial reps count nothing.",
        "s004; our choice",
        (Page::Plan, "paired exercises"),
    ),
    told(
        29,
        "Tempo, control, focus",
        "Lower the weight under control; beyond that tempo is taste, and a slow one can be set in the plan. Thinking hard of the muscle helped biceps to grow but not quads. Jumps train other things: they can be logged and earn no sets.",
        "s003, s004; Schoenfeld 2018",
        (Page::Edit, "a slower pace as technique"),
    ),
    told(
        30,
        "The pump is a feeling",
        "Burn and swelling in a muscle may be one signal for growth; that is a hypothesis, and the swelling is gone within hours. It adds to hard sets near failure and replaces none. Nothing here is counted or praised for its pump.",
        "s003, s004; a hypothesis",
        (Page::Progress, "hard sets, counted by effort"),
    ),
    told(
        50,
        "Fast jumps cost joints",
        "Muscle adapts in weeks, tendons and cartilage in months. So the smallest step that your weights allow is suggested, only after the top of the range was reached with reps to spare, and the weekly sets rise slowly as well.",
        "s003; the steps are our choice",
        (Page::Session, "the size of the next step"),
    ),
];
