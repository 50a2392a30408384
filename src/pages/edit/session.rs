//! A session on the desk: its day, its minutes, its exercises in order, and what can be added.

use super::exercise::{self, Row};
use super::select::{Offered, changes};
use super::{Desk, SETS_NEW, own};
use crate::domain::athlete::{Profile, WEEK};
use crate::domain::exercise::{CATALOGUE, ExerciseId};
use crate::domain::plan::edit::{Edit, usual, usual_own};
use crate::domain::plan::{PlannedSession, minutes};
use crate::domain::units::Minutes;
use crate::i18n::en::{edit as words, plan as plan_words};
use crate::i18n::weekday;
use crate::pages::card;
use crate::ui::element::{El, el, of};
use crate::ui::state::{Computed, untrack};
use crate::ui::{Look, button};
use chrono::Weekday;
use std::sync::Arc;

/// Warm-ups that are offered, minutes. Source: science H1 rule 5 (five at least).
const WARM_UPS: [u16; 5] = [5, 8, 10, 12, 15];
/// Cool-downs that are offered, minutes.
const COOL_DOWNS: [u16; 5] = [0, 3, 5, 8, 10];

/// A session of the week that is shown.
pub fn session(desk: Desk, profile: &Arc<Profile>, place: u8) -> El {
    let planned = Computed::new(move || {
        let week = desk.week.get();
        desk.editing.with(|editing| {
            editing.plan().weeks.get(week).and_then(|week| week.sessions.get(usize::from(place))).cloned()
        })
    });
    let title =
        move || planned.with(|now| now.as_ref().map(|now| plan_words::session(usize::from(place), now)));
    let takes = move || planned.with(|now| now.as_ref().map_or(0, |now| minutes::rounded(now).get()));
    let head = of("div", "row")
        .child(el("h2").live_text(move || title().unwrap_or_default()))
        .child(of("span", "muted").live_text(move || format!("{} min", takes())));
    let list = Computed::new(move || {
        planned.with(|now| {
            let list = now.as_ref().map(|now| now.exercises.iter().map(|one| one.exercise.clone()));
            list.into_iter().flatten().collect::<Vec<ExerciseId>>()
        })
    });
    let who = profile.clone();
    // Drawn anew only when another exercise comes, goes or moves; a change of one alters words in place.
    let rows = move || {
        let list = list.get();
        let count = list.len();
        let draw = |(at, exercise)| {
            let row = Row { desk, profile: who.clone(), planned, session: place, at, count, exercise };
            untrack(|| exercise::draw(&Arc::new(row)))
        };
        list.into_iter().enumerate().map(draw).collect::<Vec<El>>()
    };
    card().child(head).child(around(desk, planned, place)).part(rows).child(add(desk, profile, place))
}

/// The day, and the minutes before and after.
fn around(desk: Desk, planned: Computed<Option<PlannedSession>>, place: u8) -> El {
    let day = changes(desk, format!("day-{place}"), words::DAY, move || {
        let now = planned.with(|now| now.as_ref().map(|now| now.weekday));
        let change = |weekday: &Weekday| Edit::Day { session: place, weekday: *weekday };
        Offered {
            list: WEEK.iter().map(|day| (weekday(*day).to_owned(), Some(change(day)))).collect(),
            chosen: WEEK.iter().position(|day| Some(*day) == now).unwrap_or(0),
        }
    });
    let minutes = move |after: bool| {
        move || {
            let (warm, cool) = planned
                .with(|now| now.as_ref().map_or((0, 0), |now| (now.warm_up.get(), now.cool_down.get())));
            let (now, offered) = if after { (cool, COOL_DOWNS) } else { (warm, WARM_UPS) };
            let mut offered = offered.to_vec();
            if !offered.contains(&now) {
                offered.insert(0, now);
            }
            let change = |minutes: u16| {
                let (warm, cool) = if after { (warm, minutes) } else { (minutes, cool) };
                let of = |minutes: u16| Minutes::saturating(i64::from(minutes));
                Edit::Around { session: place, warm_up: of(warm), cool_down: of(cool) }
            };
            Offered {
                chosen: offered.iter().position(|minutes| *minutes == now).unwrap_or(0),
                list: offered.into_iter().map(|one| (format!("{one} min"), Some(change(one)))).collect(),
            }
        }
    };
    of("div", "fields fields--three")
        .child(day)
        .child(changes(desk, format!("warm-{place}"), words::WARM_UP, minutes(false)))
        .child(changes(desk, format!("cool-{place}"), words::COOL_DOWN, minutes(true)))
}

/// Adds an exercise: one of the person's own, or what there is the equipment for, by name. One that is there
/// already is refused with a word.
fn add(desk: Desk, profile: &Arc<Profile>, session: u8) -> El {
    let kit = profile.kit;
    let change = move |one| Some(Edit::Add { session, at: u8::MAX, one });
    let list = changes(desk, format!("add-{session}"), words::ADD, move || {
        let mut list = vec![(words::CHOOSE.to_owned(), None)];
        for (id, name) in own::names(desk.docs) {
            list.push((name, change(usual_own(&id, None, SETS_NEW))));
        }
        for row in CATALOGUE.iter().filter(|row| row.possible_with(kit)) {
            list.push((row.name.to_owned(), change(usual(row, SETS_NEW))));
        }
        Offered { list, chosen: 0 }
    });
    let describe = button(words::OWN_NEW, Look::Chip)
        .set("id", format!("describe-{session}"))
        .press(move || desk.making.set(Some((Some(session), None))));
    let form = move || {
        let open = desk.making.with(|made| matches!(made, Some((Some(at), _)) if *at == session));
        open.then(|| untrack(|| own::form(desk, Some(session), None)))
    };
    of("div", "edit__add").child(list).child(describe).part(form)
}
