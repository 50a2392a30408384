//! The log as tables that leave: ours with everything a set is, and one in the shape of Strong's that other
//! apps take in. It does not know where a file goes.

use super::legwork::{HEADS, KINDS, NOTE, SIDES, STOPS};
use super::sheet::line;
use super::spelling::fold;
use super::{App, Resolver, Zone};
use crate::decimal;
use crate::domain::calendar::Day;
use crate::domain::exercise::{ExerciseId, OwnExercises};
use crate::domain::ordered::sort_by_key;
use crate::domain::safety::Pain;
use crate::domain::settings::MassUnit;
use crate::domain::training::{Done, ExerciseWork, Session, SetEntry, SetKind, Source, TrainingLog};
use crate::domain::units::Rir;

/// Every set of a log as a table for a spreadsheet, oldest first: a row a set, in kilograms and metres. Read back
/// by [`read`](super::read) it is the same sets of the same sessions.
///
/// ```
/// use legwork::domain::{exercise::OwnExercises, training::TrainingLog};
/// let text = legwork::exchange::whole_log(&TrainingLog::default(), &OwnExercises::default());
/// assert!(text.starts_with("\u{feff}Session id,Day,Start,Session,") && text.lines().count() == 1);
/// ```
pub fn whole_log(log: &TrainingLog, own: &OwnExercises) -> String {
    let mut text = String::from('\u{feff}');
    line(&mut text, HEADS.iter().copied());
    for session in in_order(log) {
        let head = Head::of(session);
        if session.exercises.is_empty() && !session.note.is_empty() {
            head.write(&mut text, None, None);
        }
        for (place, work) in session.exercises.iter().enumerate() {
            let at = At { place: place + 1, work, name: own.name(&work.exercise) };
            if work.sets.is_empty() {
                head.write(&mut text, Some(&at), None);
            }
            for (number, set) in work.sets.iter().enumerate() {
                head.write(&mut text, Some(&at), Some((number, set)));
            }
        }
    }
    text
}

/// Every session, the oldest first.
fn in_order(log: &TrainingLog) -> Vec<&Session> {
    let mut sessions: Vec<&Session> = log.sessions().collect();
    sort_by_key(&mut sessions, |session| (session.day, session.started_at, session.id));
    sessions
}

/// The exercise of a row.
struct At<'a> {
    place: usize,
    work: &'a ExerciseWork,
    name: &'a str,
}

/// What every row of a session begins with.
struct Head<'a> {
    session: &'a Session,
    id: String,
    day: String,
    start: String,
    name: String,
    lasted: String,
    from: &'static str,
}

impl<'a> Head<'a> {
    fn of(session: &'a Session) -> Self {
        Self {
            session,
            id: session.id.to_string(),
            day: session.day.to_string(),
            start: moment(session.started_at, session.source),
            name: one_line(&session.name),
            lasted: session.lasted.map(|lasted| lasted.get().to_string()).unwrap_or_default(),
            from: if session.source == App::Legwork { "" } else { session.source.key() },
        }
    }

    fn write(&self, text: &mut String, at: Option<&At<'_>>, set: Option<(usize, &SetEntry)>) {
        let first = set.is_none_or(|(number, _)| number == 0);
        let place = at.map_or(String::new(), |at| at.place.to_string());
        let pain = at.and_then(|at| at.work.pain).filter(|_| first);
        let note = at.filter(|_| first).map_or(String::new(), |at| plain(&at.work.note));
        // Once a session: apps that repeat it on every row make files of three times the size.
        let whole = first && at.is_none_or(|at| at.place == 1);
        let remark = if whole { plain(&self.session.note) } else { String::new() };
        let cells = set.map(|(number, set)| Worked::of(number, set)).unwrap_or_default();
        let row: [&str; 23] = [
            &self.id,
            &self.day,
            &self.start,
            &self.name,
            &self.lasted,
            self.from,
            &place,
            &at.map_or(String::new(), |at| one_line(at.name)),
            at.map_or("", |at| at.work.exercise.as_str()),
            &cells.number,
            cells.kind.unwrap_or(NOTE),
            cells.side,
            &cells.load,
            &cells.reps,
            &cells.seconds,
            &cells.metres,
            &cells.rir,
            cells.confirmed,
            cells.stop,
            &pain.and_then(Pain::score).map(|score| score.get().to_string()).unwrap_or_default(),
            if pain.is_some_and(Pain::is_sharp) { "yes" } else { "" },
            &note,
            &remark,
        ];
        line(text, row.into_iter());
    }
}

/// The cells of a set.
#[derive(Default)]
struct Worked {
    number: String,
    kind: Option<&'static str>,
    side: &'static str,
    load: String,
    reps: String,
    seconds: String,
    metres: String,
    rir: String,
    confirmed: &'static str,
    stop: &'static str,
}

impl Worked {
    fn of(number: usize, set: &SetEntry) -> Self {
        let (reps, seconds, metres) = match set.done {
            Done::Reps(reps) => (reps.get().to_string(), String::new(), String::new()),
            Done::Timed { seconds, metres } => (String::new(), seconds.get().to_string(), metres.to_string()),
        };
        Self {
            number: (number + 1).to_string(),
            kind: word(&KINDS, set.kind),
            side: word(&SIDES, set.side).unwrap_or_default(),
            load: decimal::write_short(set.load.kg(), 3),
            reps,
            seconds,
            metres,
            rir: set.effort.rir.map(rir).unwrap_or_default(),
            confirmed: if set.effort.confirmed { "yes" } else { "no" },
            stop: set.stop.and_then(|stop| word(&STOPS, stop)).unwrap_or_default(),
        }
    }
}

fn word<T: Copy + PartialEq>(words: &[(&'static str, T)], choice: T) -> Option<&'static str> {
    words.iter().find(|(_, one)| *one == choice).map(|(word, _)| *word)
}

fn rir(rir: Rir) -> String {
    decimal::write_short(rir.value(), 1)
}

/// A text without the characters that no reader takes.
fn plain(text: &str) -> String {
    text.chars().filter(|one| !one.is_control() || matches!(one, '\n' | '\t')).collect()
}

/// A name on one line: a row of several lines is one only where they stand in remarks.
fn one_line(name: &str) -> String {
    name.chars().map(|one| if one.is_control() && one != '\t' { ' ' } else { one }).collect()
}

/// `2026-11-21T17:58:27.123Z`; a time that was local where the session came from has no `Z`.
fn moment(millis: i64, source: Source) -> String {
    let (day, second) = split(millis);
    let rest = millis.rem_euclid(1000);
    let local = source != Source::Legwork && rest == 0;
    let clock = clock(second);
    let fraction = if rest == 0 { String::new() } else { format!(".{rest:03}") };
    format!("{day}T{clock}{fraction}{}", if local { "" } else { "Z" })
}

fn split(millis: i64) -> (Day, i64) {
    let seconds = millis.div_euclid(1000);
    (Day::from_number(seconds.div_euclid(86_400)).unwrap_or(Day::EPOCH), seconds.rem_euclid(86_400))
}

fn clock(second: i64) -> String {
    format!("{:02}:{:02}:{:02}", second / 3600, second / 60 % 60, second % 60)
}

/// The heads of Strong's table that most other apps take in.
const STRONG: [&str; 12] = [
    "Date",
    "Workout Name",
    "Duration",
    "Exercise Name",
    "Set Order",
    "Weight",
    "Reps",
    "Distance",
    "Seconds",
    "Notes",
    "Workout Notes",
    "RPE",
];

/// The log in the shape of Strong's export, which other apps take in. That shape names no unit: weights are in
/// `unit`, distances in kilometres beside kilograms and in miles beside pounds. Times are those of the
/// person's clock. What it has no place for does not leave: sides, what ended a set, pain; lighter continuations of a
/// set leave as drop sets, effort only where the person stated it.
///
/// ```
/// use legwork::domain::{exercise::OwnExercises, settings::MassUnit, training::TrainingLog};
/// let log = TrainingLog::default();
/// let text = legwork::exchange::as_strong(&log, &OwnExercises::default(), MassUnit::Kilograms, |_| 60);
/// assert!(text.starts_with("Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,"));
/// ```
pub fn as_strong(log: &TrainingLog, own: &OwnExercises, unit: MassUnit, zone: Zone) -> String {
    let mut text = String::new();
    line(&mut text, STRONG.iter().copied());
    let none = OwnExercises::default();
    let names = Resolver::new(App::Strong, &none);
    for session in in_order(log) {
        let own_clock = session.source == Source::Legwork;
        let ahead = if own_clock { i64::from(zone(session.started_at)) * 60_000 } else { 0 };
        let (_, second) = split(session.started_at.saturating_add(ahead));
        let date = format!("{} {}", session.day, clock(second));
        let lasted = session.lasted.map(|lasted| span(lasted.get())).unwrap_or_default();
        let (workout, remark) = (one_line(&session.name), plain(&session.note));
        let workout = if workout.is_empty() { "Legs".to_owned() } else { workout };
        for work in &session.exercises {
            let (exercise, note) = (one_line(&theirs(&names, own, &work.exercise)), plain(&work.note));
            let mut order = 0;
            for set in &work.sets {
                let place = match set.kind {
                    SetKind::Work => {
                        order += 1;
                        order.to_string()
                    }
                    SetKind::WarmUp => "W".to_owned(),
                    SetKind::Drop | SetKind::RestPause | SetKind::Myo | SetKind::Partial => "D".to_owned(),
                };
                let (reps, seconds, metres) = match set.done {
                    Done::Reps(reps) => (reps.get(), 0, 0),
                    Done::Timed { seconds, metres } => (0, seconds.get(), metres),
                };
                let (load, distance) = sized(set, metres, unit);
                let stated = set.effort.rir.filter(|_| set.effort.confirmed);
                let rpe = stated.map(|rir| decimal::write_short(10.0 - rir.value(), 1)).unwrap_or_default();
                let (reps, seconds) = (reps.to_string(), seconds.to_string());
                let row: [&str; 12] = [
                    &date, &workout, &lasted, &exercise, &place, &load, &reps, &distance, &seconds, &note,
                    &remark, &rpe,
                ];
                line(&mut text, row.into_iter());
            }
        }
    }
    text
}

/// Load and distance in the units of one system.
fn sized(set: &SetEntry, metres: u32, unit: MassUnit) -> (String, String) {
    let kilometres = f64::from(metres) / 1000.0;
    match unit {
        MassUnit::Kilograms => (decimal::write_short(set.load.kg(), 3), decimal::write_short(kilometres, 3)),
        // Two decimals: a quarter pound is the smallest plate.
        MassUnit::Pounds => {
            (decimal::write_short(set.load.pounds(), 2), decimal::write_short(kilometres / 1.609_344, 5))
        }
    }
}

/// What Strong calls an exercise: the first name it is listed under, or the one it has here.
fn theirs(names: &Resolver<'_>, own: &OwnExercises, id: &ExerciseId) -> String {
    let listed = id.built_in().map(|row| row.aliases.split(';').next().unwrap_or_default());
    let listed = listed.filter(|alias| names.row(&fold(alias)).is_some());
    listed.unwrap_or_else(|| own.name(id)).to_owned()
}

/// `2h 18m`, `45m`, `50s`.
fn span(seconds: u32) -> String {
    let (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    let parts = [(hours, 'h'), (minutes, 'm'), (rest, 's')];
    let parts = parts.iter().filter(|(count, _)| *count > 0).map(|(count, unit)| format!("{count}{unit}"));
    parts.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::exercise::CATALOGUE;
    use crate::exchange::Guess;

    #[test]
    fn every_built_in_exercise_leaves_under_a_name_that_comes_back() {
        let own = OwnExercises::default();
        let names = Resolver::new(App::Strong, &own);
        for row in CATALOGUE {
            let id = ExerciseId::from(row);
            let name = theirs(&names, &own, &id);
            assert_eq!(names.guess(&name), Guess::Certain(id), "{name}");
        }
    }

    #[test]
    fn spans_and_moments_are_written_as_they_are_read() {
        assert_eq!([span(8280), span(2700), span(50), span(3661)], ["2h 18m", "45m", "50s", "1h 1m 1s"]);
        assert_eq!(moment(1_772_328_600_500, Source::Legwork), "2026-03-01T01:30:00.500Z");
        assert_eq!(moment(1_772_328_600_000, Source::Strong), "2026-03-01T01:30:00");
        assert_eq!(moment(-1, Source::Legwork), "1969-12-31T23:59:59.999Z");
    }
}
