//! Principles: the kitchen, recovery, the body one has, and time.

use super::learn::{Principle, told};
use crate::routes::Page;

/// The kitchen.
pub const KITCHEN: [Principle; 7] = [
    told(
        35,
        "A small surplus",
        "The articles ask for 300 to 500 kcal or 5 to 10 % above maintenance, on rest days too. More experience needs less: 10, 7.5 or 5 % by level, within 150 to 500 kcal. A surplus of 15 % added fat and no more quads.",
        "s000, s001, s004; Helms 2023, Slater 2019, Iraki 2019",
        (Page::Fuel, "the surplus"),
    ),
    told(
        51,
        "More only when the scale says so",
        "300 to 500 kcal at once is advice for people who hardly gain. Begin with the smaller surplus. If four weeks of weigh-ins show less than the least gain, 100 kcal more are offered; never more than the safe range.",
        "s000; the steps are our choice",
        (Page::HoldsBack, "energy among the factors"),
    ),
    told(
        36,
        "Protein, about 1.6 g/kg and up",
        "Gains from protein level off at about 1.6 g/kg of body weight a day; to be on the safe side, up to 2.2. Spread it over three to five meals of 20 to 40 g each. That is a convenience: the day's total counts most.",
        "s000, s001, s004; Morton 2018",
        (Page::Fuel, "protein and meals"),
    ),
    told(
        37,
        "Timing hardly matters",
        "A meal one or two hours before and one within an hour after training, say the articles. When the day's total is the same, the hour makes no difference that could be shown. Eat around the session in the way that sits well.",
        "s000, s004; Schoenfeld 2013",
        (Page::Fuel, "meals through the day"),
    ),
    told(
        38,
        "Carbohydrate and water",
        "Carbohydrate refills what leg sessions burn; it gets what protein and fat leave, and below 3 g/kg you are told. Drink through the day, more when you train. Where a clinician limits fluid, no amount is shown.",
        "s001, s004; our choice",
        (Page::Fuel, "carbohydrate and water"),
    ),
    told(
        44,
        "Missed meals undo a surplus",
        "A surplus of a few hundred kcal is one skipped meal. On such a day nothing is built, however well the other meals were chosen. Own meals that are logged with one tap, and weigh-ins over weeks, show whether it adds up.",
        "s000",
        (Page::Fuel, "the food log"),
    ),
    told(
        47,
        "Fat has a floor",
        "Hormones and absorption need some fat, so it never falls below a floor that goes with body weight. Above that it is taste: what is left of the energy goes to carbohydrate, which training uses.",
        "s004; our choice of the floor",
        (Page::Fuel, "fat"),
    ),
];

/// Recovery, body and time.
pub const BODY: [Principle; 5] = [
    told(
        39,
        "Seven to nine hours of sleep",
        "One night without sleep lowered the building of muscle protein by 18 %. Seven to nine hours are the aim; a mean below seven over several nights is a factor in the verdict, below six a sign that asks for a lighter week.",
        "s004; Lamon 2021",
        (Page::Today, "the morning's questions"),
    ),
    told(
        32,
        "Slow and fast fibres",
        "One article makes the soleus four fifths slow; measured were about 70 % there, 50 % in the gastrocnemius and 32 % in the outer quad. People differ widely, and fibre type decides less about the right reps than is said.",
        "s000; Edgerton 1975",
        (Page::Plan, "the reps of calf raises"),
    ),
    told(
        41,
        "Genes set the frame",
        "Limb lengths, muscle insertions, fibre types and where fat goes are given. Body types such as “ectomorph” predict nothing and are never asked for. Your own trend is the only forecast that is worth something.",
        "s000, s001; somatotypes are unsupported",
        (Page::Welcome, "what is asked, and what is not"),
    ),
    told(
        52,
        "Slow is not never",
        "Genes slow growth down; they do not stop it. After the first years a percent or so in twelve weeks is a good result, and less than a tape can see. That is why strength and sets over months say more than a look in the mirror.",
        "s001; bands of our own choice",
        (Page::HoldsBack, "what to expect"),
    ),
    told(
        28,
        "What the best still gain",
        "One article says that elite powerlifters add 1.8 to 2.4 % of leg mass a year, and names a journal and a year. We did not find that paper. It is shown among the expectations, marked as not verified, and nothing is computed from it.",
        "s003; not verified",
        (Page::HoldsBack, "what studies saw"),
    ),
];
