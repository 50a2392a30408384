//! Principles: how much, how often, and how it grows.

use super::learn::{Principle, told};
use crate::routes::Page;

/// How much.
pub const VOLUME: [Principle; 8] = [
    told(
        1,
        "Ten to twenty hard sets a week",
        "Most of the growth that a muscle can have comes within ten to twenty hard sets a week. More sets still add something, each less than the one before. For quads more than twenty did no better. Indirect work counts half, and a set that ends far from failure counts nothing.",
        "s000, s001; Pelland 2025, Baz-Valle 2022",
        (Page::Progress, "the band in the chart"),
    ),
    told(
        2,
        "Calves want their share",
        "The articles give calves twelve to eighteen sets and more, because their fibres are slow and used all day. In a trial twelve sets beat six: 12 against 7 % growth. The plan aims at twelve to sixteen, at least two thirds of them with a straight knee.",
        "s001; Kassiano 2024",
        (Page::Plan, "the calves' weekly sets"),
    ),
    told(
        3,
        "Spread it over the week",
        "How often a muscle is trained hardly matters by itself. But one session can use only so much: beyond about eleven counted sets a muscle, little is gained, as far as one preprint shows. So a week's sets are spread over two sessions or more, two days apart.",
        "s000, s001; Pelland 2025, Remmert 2025 (preprint)",
        (Page::HoldsBack, "frequency among the factors"),
    ),
    told(
        10,
        "Add five to ten percent a week",
        "Sets rise by 5 to 10 % a week from what you really did, never far above your own mean, and stop at the cap. A fifth more than one's own habit beat a fixed high number. Going to forty or fifty sets brought no clear gain over twenty.",
        "s003; Scarpelli 2022, Enes 2024",
        (Page::Plan, "the weeks of the block"),
    ),
    told(
        13,
        "Two to five sets an exercise",
        "The articles say three to five. One set is hardly worth the setup, and after five another exercise does more for the same minutes. The plan keeps to two to five of each, and to six exercises a session at most.",
        "s004; our choice",
        (Page::Edit, "the sets of an exercise"),
    ),
    told(
        31,
        "Ease off before it stalls",
        "Tension without recovery stops working. After about six hard weeks, or when two signs come together, such as falling strength and short nights, take a week of half the sets with more in reserve. Stopping entirely for a week cost strength, though no size.",
        "s003; Rogerson 2024, Coleman 2024",
        (Page::Today, "the offer of a lighter week"),
    ),
    told(
        34,
        "The articles' own workout, counted",
        "One article gives a full leg day. Counted by our rules it holds 14 sets for quads, almost 9 for glutes, and only 3.5 each for hamstrings and calves: too much of one thing in a session and too little of two. It serves as a test of the count, not as a plan.",
        "s004, counted by us",
        (Page::Plan, "sets a week before you train"),
    ),
    told(
        45,
        "Change a little, from block to block",
        "New exercises feel productive because everything about them improves at first. That hides whether you grow. So the main lifts stay, one accessory changes with each block, and techniques are a way to save time rather than to progress.",
        "s000, s003; our choice",
        (Page::Plan, "the next block"),
    ),
];
