//! Verdicts on what holds back, in schema 2: rows of day, verdict by word, and findings.
//!
//! | place in a finding | meaning |
//! | --- | --- |
//! | factor | by word |
//! | subject | null for the person; else pairs: `muscle`, `function` or `exercise`, and which |
//! | severity | thousandths |
//! | standing | by word |
//! | fixed | the day its fix was accepted, or null |

use super::words::{Word, word_in};
use super::{day_in, slug_in};
use crate::archive::error::Why;
use crate::archive::tree::{Read, Refused, Tree, each};
use crate::domain::diagnosis::{PastFinding, PastVerdict, Subject, VerdictHistory};

const MUSCLE: &str = "muscle";
const FUNCTION: &str = "function";
const EXERCISE: &str = "exercise";
/// The most severe, in thousandths.
const WORST: u16 = 1000;

/// To the tree.
pub fn verdicts_out(history: &VerdictHistory) -> Tree {
    Tree::list(history.list.iter().map(|past| {
        let findings = Tree::list(past.findings.iter().map(finding_out));
        Tree::List(vec![past.day.to_string().into(), past.verdict.stored(), findings])
    }))
}

/// From the tree.
pub fn verdicts_in(tree: &Tree) -> Read<VerdictHistory> {
    let list = each(tree, |past| {
        let [day, verdict, findings] = past.row()?;
        let findings = each(findings, finding_in)?;
        Ok(PastVerdict { day: day_in(day)?, verdict: word_in(verdict)?, findings })
    })?;
    Ok(VerdictHistory { list })
}

fn finding_out(one: &PastFinding) -> Tree {
    let named = |kind: &str, word: Tree| Tree::List(vec![kind.into(), word]);
    let subject = match &one.subject {
        Subject::Person => Tree::Null,
        Subject::Muscle(muscle) => named(MUSCLE, muscle.stored()),
        Subject::Function(function) => named(FUNCTION, function.stored()),
        Subject::Exercise(id) => named(EXERCISE, id.as_str().into()),
    };
    let thousandths = (one.severity * f64::from(WORST)).round().clamp(0.0, f64::from(WORST)) as u16;
    Tree::List(vec![
        one.factor.stored(),
        subject,
        thousandths.into(),
        one.standing.stored(),
        one.fixed_on.map(|day| day.to_string()).into(),
    ])
}

fn finding_in(tree: &Tree) -> Read<PastFinding> {
    let [factor, subject, severity, standing, fixed] = tree.row()?;
    let severity = severity.half()?;
    if severity > WORST {
        return Err(Refused::new(Why::OutOfRange));
    }
    Ok(PastFinding {
        factor: word_in(factor)?,
        subject: subject.some().map_or(Ok(Subject::Person), subject_in)?,
        severity: f64::from(severity) / f64::from(WORST),
        standing: word_in(standing)?,
        fixed_on: fixed.some().map(day_in).transpose()?,
    })
}

fn subject_in(tree: &Tree) -> Read<Subject> {
    let [kind, word] = tree.row()?;
    match kind.text()? {
        MUSCLE => Ok(Subject::Muscle(word_in(word)?)),
        FUNCTION => Ok(Subject::Function(word_in(word)?)),
        EXERCISE => Ok(Subject::Exercise(slug_in(word)?)),
        _ => Err(Refused::new(Why::UnknownWord)),
    }
}
