//! The block: its weeks, its sessions, what it promises and what yields.

use super::{card, flat, page, stack, two};
use crate::app::actions;
use crate::app::documents::documents;
use crate::app::href;
use crate::domain::anatomy::{Muscle, Tally};
use crate::domain::athlete::{Care, Profile, band_of};
use crate::domain::exercise::{OwnExercises, Pattern};
use crate::domain::plan::offer::Offer;
use crate::domain::plan::{Phase, Plan as Block, PlannedSession, coverage, minutes, schedule};
use crate::domain::volume::standing;
use crate::i18n::en::{edit, names, plan as words, progress, session, today};
use crate::i18n::weekday;
use crate::routes::Page;
use crate::ui::chart::{VolumeChart, VolumeRow, VolumeWords};
use crate::ui::element::{El, Part, el, fixed, group, of, part, say, say_as, svg, told};
use crate::ui::state::{State, untrack};
use crate::ui::{Icon, Look, bare_button, button, icon, link_button, why};
use std::rc::Rc;

/// Heights of the drawing of a week.
const BAR: f64 = 56.0;

/// The plan page.
pub fn plan() -> El {
    let docs = documents();
    el("div").part(move || match docs.plans().with(|plans| plans.active().cloned()) {
        Some(plan) => untrack(|| shown(Rc::new(plan))),
        None => page(fixed(""), fixed(words::NONE), None).child(
            card().child(say_as("p", "muted", today::NO_PLAN_TEXT)).child(link_button(
                today::ANSWER,
                Look::Primary,
                href(Page::Welcome),
            )),
        ),
    })
}

pub(super) fn longest(plan: &Block) -> u16 {
    let sessions = plan.weeks.iter().flat_map(|week| &week.sessions);
    sessions.map(|session| minutes::rounded(session).get()).max().unwrap_or(0)
}

fn shown(plan: Rc<Block>) -> El {
    let docs = documents();
    let now = schedule::week_on(&plan, docs.today().get_untracked()).unwrap_or(0);
    let chosen = State::new(now);
    let profile = docs.profile().get_untracked();
    let sessions = {
        let plan = plan.clone();
        move || {
            let sessions = plan.weeks.get(chosen.get()).map(|week| week.sessions.as_slice());
            let cards = sessions.unwrap_or_default().iter().enumerate();
            cards.map(|(place, session)| planned(place, session)).collect::<Vec<El>>()
        }
    };
    let compromises = (!plan.compromises.is_empty()).then(|| {
        let locale = docs.locale();
        let list = plan.compromises.iter().map(|one| say("li", words::compromise(one, &locale)));
        flat().child(say_as("h2", "row", words::COMPROMISES)).child(group("ul", "list", list))
    });
    // A block that is over says so here too.
    let over = move || matches!(actions::offered(docs), Some(Offer::Over { .. }));
    let again = profile.clone().map(|profile| {
        button(words::REGENERATE, Look::Ghost).press(move || {
            let answers = docs.safety().get_untracked();
            if let Some(plan) = actions::plan_for(docs, &profile, &answers) {
                actions::accept_plan(docs, &plan).ok();
            }
        })
    });
    let mut right = stack();
    if let Some(profile) = profile {
        let tallied = plan.clone();
        let sets = move || docs.exercises().with(|own| tally_of(&tallied, chosen.get(), own));
        let chart = weekly(sets, Some(profile.clone()));
        right =
            right.child(card().child(say("h2", words::SETS)).with(chart)).child(promises(&plan, &profile));
    }
    let right = right.maybe(compromises).child(
        card().child(why(words::WHY, words::why())).child(
            of("div", "buttons")
                .child(link_button(words::ANSWERS, Look::Ghost, href(Page::Welcome)))
                .maybe(again),
        ),
    );
    let right = right.child(this_block());
    let left =
        stack().shown(over, super::today::place).child(card().with(strip(&plan, chosen))).part(sessions);
    let edit = link_button(edit::OPEN, Look::Chip, href(Page::Edit));
    page(fixed(words::summary(&plan, longest(&plan))), fixed(words::TITLE), Some(edit))
        .child(two(left, right))
}

/// What may become of the block as a whole.
fn this_block() -> El {
    let docs = documents();
    let again = button(words::RESTART, Look::Ghost).press(move || {
        actions::restart_block(docs).ok();
    });
    let end = button(words::END, Look::Ghost).press(move || {
        actions::end_block(docs).ok();
    });
    let buttons = of("div", "buttons").child(again).child(end);
    flat().child(
        of("details", "table-switch")
            .set("id", "this-block")
            .child(say("summary", words::THIS_BLOCK))
            .child(say_as("p", "muted", words::THIS_BLOCK_TEXT))
            .child(buttons),
    )
}

/// The weeks as columns: how much, and how near failure.
fn strip(plan: &Rc<Block>, chosen: State<usize>) -> Part {
    let locale = documents().locale();
    let sets = |week: usize| -> u32 {
        let sessions = plan.weeks.get(week).map(|week| &week.sessions);
        sessions.into_iter().flatten().flat_map(|s| &s.exercises).map(|one| u32::from(one.sets)).sum()
    };
    let count = plan.weeks.len();
    let most = (0..count).map(sets).max().unwrap_or(1).max(1);
    let columns = plan.weeks.iter().enumerate().map(|(place, week)| {
        let height = f64::from(sets(place)) / f64::from(most) * BAR;
        let mut compounds = week.sessions.iter().flat_map(|s| &s.exercises);
        let rir = compounds.find(|one| one.built_in().is_some_and(|row| row.compound));
        let label = match (week.phase, rir) {
            (Phase::Deload, _) | (_, None) => words::DELOAD.to_owned(),
            (_, Some(one)) => session::rir_range(one.rir, &locale),
        };
        let spoken = format!(
            "{}, {}, {} sets, ",
            words::week(place + 1, count),
            words::phase(week.phase),
            sets(place)
        );
        let bar = svg("rect").set("width", "40").set("rx", "5");
        let bar = bar.set_number("y", BAR - height).set_number("height", height);
        let drawing = svg("svg")
            .class("block__bar")
            .set("viewBox", "0 0 40 56")
            .set("preserveAspectRatio", "none")
            .set("height", "56")
            .set("aria-hidden", "true")
            .child(bar);
        bare_button("block__week")
            .live_bool("aria-pressed", move || chosen.get() == place)
            .press(move || chosen.set(place))
            .child(drawing)
            .child(say_as("span", "visually-hidden", spoken))
            .child(say("span", label))
    });
    let columns = group("div", "block", columns).set("role", "group").set("aria-label", words::WEEKS);
    let plan = plan.clone();
    let kind = move || plan.weeks.get(chosen.get()).map(|week| words::phase(week.phase).to_owned());
    let head = of("div", "row")
        .child(el("b").live_text(move || words::week(chosen.get() + 1, count)))
        .child(of("span", "muted").live_text(move || kind().unwrap_or_default()));
    part([head, columns])
}

fn planned(place: usize, session: &PlannedSession) -> El {
    let docs = documents();
    let cautions = docs.profile().with_untracked(|p| p.as_ref().map(|p| p.cautions)).unwrap_or_default();
    let rows = session.exercises.iter().map(|one| {
        let row = one.built_in();
        let mut name = docs.exercise_name(&one.exercise);
        if row.is_some_and(|row| row.pattern == Pattern::Squat) {
            name.push_str(words::PARALLEL);
        }
        let mut name = say("span", name);
        if one.paired_with.is_some() {
            name = name.text(" ").child(say_as("span", "chip", words::PAIRED));
        }
        if row.is_some_and(|row| cautions.worst(row.stresses) == Care::Careful) {
            name = name.text(" ").child(say_as("span", "chip warn", names::care(Care::Careful)));
        }
        el("li").child(name).child(say("span", words::sets(one)))
    });
    let about = format!("{} · {} min", weekday(session.weekday), minutes::rounded(session).get());
    let head = of("div", "row")
        .child(say("h2", words::session(place, session)))
        .child(say_as("span", "muted", about));
    card().child(head).child(group("ul", "list", rows))
}

fn promises(plan: &Block, profile: &Profile) -> El {
    let kept = documents().exercises().with_untracked(|own| coverage::promises(plan, profile, own));
    let list = [
        (words::IN_BAND, kept.in_band),
        (words::HAMSTRINGS, kept.hamstrings),
        (words::CALVES, kept.calves),
        (words::RECTUS, kept.rectus_femoris),
        (words::UNILATERAL, kept.unilateral),
    ];
    let rows = list.map(|(name, kept)| {
        let (class, word, mark) = if kept {
            ("row good", words::KEPT, Icon::Check)
        } else {
            ("row warn", words::NOT_KEPT, Icon::Open)
        };
        el("li").child(say("span", name)).child(of("span", class).child(icon(mark)).text(word))
    });
    flat().child(group("ul", "list", rows))
}

/// A plan that is only proposed: one line, its sessions, what yields, and its peak week.
pub(super) fn proposal(plan: Block, profile: Option<Profile>) -> Part {
    let locale = documents().locale();
    // The last working week: of a running block the first may be of other answers.
    let last = plan.weeks.iter().rposition(|week| week.phase == Phase::Working).unwrap_or(0);
    let sessions = plan.weeks.get(last).map(|week| week.sessions.as_slice()).unwrap_or_default();
    let rows = sessions.iter().enumerate().map(|(place, session)| {
        el("li").child(say("span", words::session(place, session))).child(say_as(
            "span",
            "muted",
            weekday(session.weekday),
        ))
    });
    let mut shown =
        vec![say_as("p", "muted", words::summary(&plan, longest(&plan))), group("ul", "list", rows)];
    shown.extend(plan.compromises.iter().map(|one| say_as("p", "muted", words::compromise(one, &locale))));
    let tally = documents().exercises().with_untracked(|own| tally_of(&plan, last, own));
    shown.push(el("div").with(weekly(move || tally, profile)));
    part(shown)
}

/// The planned sets of a week; none where there is no such week.
pub(super) fn tally_of(plan: &Block, week: usize, own: &OwnExercises) -> Tally {
    plan.weeks.get(week).map(|week| coverage::week_tally(week, own)).unwrap_or_default()
}

/// A week's planned sets against the bands, before anybody has trained it; live.
pub(super) fn weekly(tally: impl Fn() -> Tally + 'static, profile: Option<Profile>) -> Part {
    let locale = documents().locale();
    let rows = move || {
        let tally = tally();
        let row = |muscle: Muscle| {
            let (low, high) = band_of(profile.as_ref(), muscle);
            let sets = tally.muscle(muscle);
            let verdict = progress::stands(standing(&tally, muscle, (low, high)));
            let number = locale.sets(sets);
            VolumeRow {
                key: muscle as u8,
                label: names::muscle(muscle).to_owned(),
                hue: names::hue(muscle),
                done: 0.0,
                planned: sets.sets(),
                unverified: 0.0,
                band: (f64::from(low), f64::from(high)),
                note: String::new(),
                verdict: format!("{number}, {verdict}"),
                cells: ["0".to_owned(), number.clone(), format!("{low}–{high}"), verdict],
                number,
            }
        };
        Muscle::MAIN.map(row).to_vec()
    };
    let words = VolumeWords { heads: progress::HEADS, table: progress::TABLE, group: words::SETS };
    VolumeChart { rows: Rc::new(rows), chosen: Rc::new(|| u8::MAX), choose: told(|_| ()), words }.draw()
}
