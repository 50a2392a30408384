//! A block as a calendar file (RFC 5545): a whole day for each session. The words come from outside; it
//! knows no hour of the day and no time zone.

use super::{Plan, PlannedSession, Slot};
use crate::domain::calendar::Day;
use std::fmt::Write;

/// The most octets of a line. Source: RFC 5545, section 3.1.
const LINE_MAX: usize = 75;
const DAY_MILLIS: i64 = 86_400_000;

/// What a session says in the calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its title.
    pub title: String,
    /// Its text; lines are kept.
    pub text: String,
}

/// The calendar file of a plan: one event for each session that `entry` has words for. `millis` is the moment
/// of its making. The same session always has the same name in it, so that a newer file replaces the old.
///
/// ```
/// use legwork::domain::{athlete::ProfileDraft, calendar::Day, id::PlanId};
/// use legwork::domain::plan::{calendar_file::{file, Entry}, generate::*};
/// let profile = ProfileDraft::example_profile();
/// let (id, today) = (PlanId::new(1, [0; 10]), Day::parse("2026-11-16").unwrap());
/// let limits = PlanLimits::default();
/// let plan = generate(&Request { profile: &profile, limits, id, today, starts: today, recent: None });
/// let text = file(&plan, 0, |_, _| Some(Entry { title: "Legs, heavy; calves".into(), text: "".into() }));
/// assert!(text.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"));
/// assert!(text.contains("DTSTART;VALUE=DATE:20261116\r\n"));
/// assert!(text.contains("SUMMARY:Legs\\, heavy\\; calves\r\n"));
/// ```
pub fn file(plan: &Plan, millis: i64, entry: impl Fn(Slot, &PlannedSession) -> Option<Entry>) -> String {
    let mut out = String::with_capacity(8_192);
    line(&mut out, "BEGIN:VCALENDAR");
    line(&mut out, "VERSION:2.0");
    line(&mut out, "PRODID:-//Legwork//Plan//EN");
    line(&mut out, "CALSCALE:GREGORIAN");
    let stamp = moment(millis);
    for (slot, day, session) in plan.slots() {
        let Some(Entry { title, text }) = entry(slot, session) else { continue };
        line(&mut out, "BEGIN:VEVENT");
        line(&mut out, &format!("UID:{}-{}-{}@legwork", slot.plan, slot.week, slot.session));
        line(&mut out, &format!("DTSTAMP:{stamp}"));
        line(&mut out, &format!("DTSTART;VALUE=DATE:{}", date(day)));
        // The end of a whole day is the day after it.
        line(&mut out, &format!("DTEND;VALUE=DATE:{}", date(day.plus(1))));
        line(&mut out, &format!("SUMMARY:{}", escaped(&title)));
        if !text.is_empty() {
            line(&mut out, &format!("DESCRIPTION:{}", escaped(&text)));
        }
        // Training makes nobody busy for the whole day.
        line(&mut out, "TRANSP:TRANSPARENT");
        line(&mut out, "END:VEVENT");
    }
    line(&mut out, "END:VCALENDAR");
    out
}

/// `20261116`.
fn date(day: Day) -> String {
    format!("{:04}{:02}{:02}", day.year(), day.month().month(), day.day_of_month())
}

/// `20261116T074500Z`.
fn moment(millis: i64) -> String {
    let day = Day::EPOCH.plus(millis.div_euclid(DAY_MILLIS));
    let seconds = millis.rem_euclid(DAY_MILLIS) / 1000;
    let mut text = date(day);
    // Writing to a string cannot fail.
    let _ = write!(text, "T{:02}{:02}{:02}Z", seconds / 3600, seconds / 60 % 60, seconds % 60);
    text
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => {
                out.push('\\');
                out.push(c);
            }
            '\n' => out.push_str("\\n"),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// A line, folded between characters where it is too long.
fn line(out: &mut String, text: &str) {
    let mut used = 0;
    for c in text.chars() {
        if used + c.len_utf8() > LINE_MAX {
            out.push_str("\r\n ");
            used = 1;
        }
        out.push(c);
        used += c.len_utf8();
    }
    out.push_str("\r\n");
}
