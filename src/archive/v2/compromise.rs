//! What a plan could not meet, in schema 2: `what` is not met, the muscle or function it is `of`, its
//! `numbers` in the order of its kind (sets are counted in 32nds), `why` it yields, the `remedy`.

use super::words::Word;
use crate::archive::error::Why;
use crate::archive::tree::{Read, Refused, Tree, each};
use crate::domain::anatomy::{Function, Muscle};
use crate::domain::exercise::{Item, Joint};
use crate::domain::plan::{Compromise, Reason, Remedy, Shortfall};
use crate::domain::units::SetCount;

/// To the tree.
pub fn compromise_out(one: &Compromise) -> Tree {
    let (what, of, numbers): (&str, Option<&str>, Vec<u32>) = match &one.shortfall {
        Shortfall::BelowBand { muscle, planned, low } => {
            ("below-band", Some(muscle.word()), vec![planned.parts(), u32::from(*low)])
        }
        Shortfall::BelowRamp { muscle, planned, wanted } => {
            ("below-ramp", Some(muscle.word()), vec![planned.parts(), wanted.parts()])
        }
        Shortfall::Coverage { function, planned, wanted } => {
            ("coverage", Some(function.word()), vec![planned.parts(), u32::from(*wanted)])
        }
        Shortfall::NoUnilateral => ("no-unilateral", None, vec![]),
        Shortfall::Frequency { muscle } => ("frequency", Some(muscle.word()), vec![]),
        Shortfall::CloseTogether => ("close", None, vec![]),
        Shortfall::EntryWeeks { weeks } => ("entry", None, vec![u32::from(*weeks)]),
        Shortfall::Shortened => ("shortened", None, vec![]),
    };
    let why = match one.reason {
        Reason::Equipment => "equipment",
        Reason::Caution(Joint::Knee) => "caution-knee",
        Reason::Caution(Joint::Back) => "caution-back",
        Reason::Caution(Joint::Hip) => "caution-hip",
        Reason::Skill => "skill",
        Reason::Minutes => "minutes",
        Reason::Sessions => "sessions",
        Reason::SessionCap => "session-cap",
        Reason::BandHigh => "band-high",
        Reason::Ramp => "ramp",
        Reason::Days => "days",
        Reason::Safety => "safety",
    };
    let remedy = one.remedy.map(|remedy| match remedy {
        Remedy::OneMoreSession => "session".to_owned(),
        Remedy::MoreMinutes(more) => format!("minutes-{more}"),
        Remedy::Get(item) => format!("get-{}", item.word()),
        Remedy::SpreadDays => "spread".to_owned(),
        Remedy::Wait => "wait".to_owned(),
    });
    let mut fields = vec![("what", what.into())];
    if let Some(of) = of {
        fields.push(("of", of.into()));
    }
    fields.push(("numbers", Tree::list(numbers.into_iter().map(Into::into))));
    fields.push(("why", why.into()));
    fields.push(("remedy", remedy.into()));
    Tree::map(fields)
}

/// From the tree.
pub fn compromise_in(tree: &Tree) -> Read<Compromise> {
    let fields = tree.fields(&["what", "of", "numbers", "why", "remedy"])?;
    let unknown = || Refused::new(Why::UnknownWord);
    let about = fields.maybe("of", Tree::text)?;
    let of = || about.ok_or_else(unknown);
    let numbers = fields.get("numbers", |list| each(list, Tree::count))?;
    let number = |place: usize| numbers.get(place).copied().ok_or(Refused::new(Why::NoSuchPlace));
    let small = |place: usize| u8::try_from(number(place)?).map_err(|_| Refused::new(Why::OutOfRange));
    let sets = |place: usize| number(place).map(SetCount::from_32nds);
    let shortfall = match fields.get("what", Tree::text)? {
        "below-band" => {
            Shortfall::BelowBand { muscle: Muscle::read(of()?)?, planned: sets(0)?, low: small(1)? }
        }
        "below-ramp" => {
            Shortfall::BelowRamp { muscle: Muscle::read(of()?)?, planned: sets(0)?, wanted: sets(1)? }
        }
        "coverage" => {
            Shortfall::Coverage { function: Function::read(of()?)?, planned: sets(0)?, wanted: small(1)? }
        }
        "no-unilateral" => Shortfall::NoUnilateral,
        "frequency" => Shortfall::Frequency { muscle: Muscle::read(of()?)? },
        "close" => Shortfall::CloseTogether,
        "entry" => Shortfall::EntryWeeks { weeks: small(0)? },
        "shortened" => Shortfall::Shortened,
        _ => return Err(unknown()),
    };
    let reason = match fields.get("why", Tree::text)? {
        "equipment" => Reason::Equipment,
        "caution-knee" => Reason::Caution(Joint::Knee),
        "caution-back" => Reason::Caution(Joint::Back),
        "caution-hip" => Reason::Caution(Joint::Hip),
        "skill" => Reason::Skill,
        "minutes" => Reason::Minutes,
        "sessions" => Reason::Sessions,
        "session-cap" => Reason::SessionCap,
        "band-high" => Reason::BandHigh,
        "ramp" => Reason::Ramp,
        "days" => Reason::Days,
        "safety" => Reason::Safety,
        _ => return Err(unknown()),
    };
    Ok(Compromise { shortfall, reason, remedy: fields.maybe("remedy", |word| remedy_in(word.text()?))? })
}

fn remedy_in(word: &str) -> Read<Remedy> {
    if let Some(more) = word.strip_prefix("minutes-") {
        return more.parse().map(Remedy::MoreMinutes).map_err(|_| Refused::new(Why::OutOfRange));
    }
    if let Some(item) = word.strip_prefix("get-") {
        return Item::read(item).map(Remedy::Get);
    }
    match word {
        "session" => Ok(Remedy::OneMoreSession),
        "spread" => Ok(Remedy::SpreadDays),
        "wait" => Ok(Remedy::Wait),
        _ => Err(Refused::new(Why::UnknownWord)),
    }
}
