//! Food: whether weight rises as a gain needs, and whether protein suffices. It judges nobody for whom food
//! numbers are off.

use super::fix::Fix;
use super::report::{
    Confidence, Evidence, Fact, Factor, Finding, Missing, Report, Standing, Subject, Unused,
};
use super::{Case, severity};
use crate::domain::athlete::{Experience, Goal};
use crate::domain::nutrition::diet::targets_with;
use crate::domain::nutrition::gate::surplus_allowed;
use crate::domain::nutrition::macros::PROTEIN_G_PER_KG;
use crate::domain::nutrition::targets::{Refusal, Targets};
use crate::domain::nutrition::trend::{is_real, slope};
use crate::domain::safety::{Condition, shown};
use crate::domain::statistics::{mean_and_error, median};
use crate::domain::units::{Grams, Kg};

/// Days that food and weight look back. Source: science H5 (28 d).
const DAYS: i64 = 28;
/// Days that the weights span at least. Source: science D, "Energy" (21 d).
const WEIGHT_SPAN: i64 = 21;
/// Weights needed. Source: science H5.
const WEIGHTS: u32 = 15;
/// The least gain, percent a week: for all but the advanced, and for them. Source: science H5 (Iraki 2019).
const GAIN: (f64, f64) = (0.25, 0.1);
/// So far below it is the worst. Source: science H5.
const GAIN_WORST: f64 = 0.35;
/// What a failed trend adds to the surplus, kcal. Source: science A2.
const RAISE_KCAL: f64 = 100.0;
/// Complete days needed. Source: science H5.
const FOOD_DAYS: u32 = 10;
/// So little protein is the worst, g/kg; it is a factor below the least that is aimed for. Source: science H5.
const PROTEIN_WORST: f64 = 1.0;
/// A day with less than this share of the usual energy was logged only in part.
const PARTLY: f64 = 0.5;

/// Energy and protein.
pub(super) fn findings(case: &Case<'_, '_>, report: &mut Report) {
    let view = case.view;
    let Some(profile) = view.profile.filter(|profile| shown(profile.age, view.safety).food) else { return };
    // Weights no person has are left out before anything is made of them.
    let from = view.today.plus(1 - DAYS);
    let odd = view.body.weights.range(from..=view.today).filter(|(_, kg)| !is_real(**kg)).count();
    if odd > 0 {
        report.unused.push(Unused::Weights(u32::try_from(odd).unwrap_or(u32::MAX)));
    }
    let newest = view.body.weights.range(..=view.today).rev().map(|(_, kg)| *kg).find(|kg| is_real(*kg));
    let target = match targets_with(profile, view.safety, newest, view.today, view.diet).0 {
        Ok(targets) => Some(targets),
        Err(Refusal::Missing(_)) => None,
        Err(_) => return,
    };
    let surplus = target.as_ref().is_none_or(|targets| targets.surplus > 0.0);
    if profile.goal == Goal::Gain && surplus {
        energy(case, profile.experience, target.as_ref(), report);
    }
    match target.as_ref().map(|targets| targets.basis.reference_kg).or(newest.or(profile.weight).map(Kg::kg))
    {
        _ if view.safety.has(Condition::KidneyDisease) => {}
        Some(kg) => protein(case, kg, report),
        None => report.missing.push(Missing::BodyWeight),
    }
}

fn finding(factor: Factor, severity: f64, confidence: Confidence, fact: Fact, fix: Option<Fix>) -> Finding {
    Finding {
        factor,
        subject: Subject::Person,
        severity,
        confidence,
        standing: Standing::Limiting,
        evidence: Evidence::of(fact),
        missing: Vec::new(),
        fix,
    }
}

fn energy(case: &Case<'_, '_>, level: Experience, target: Option<&Targets>, report: &mut Report) {
    let weights = &case.view.body.weights;
    let lately = weights.range(case.view.today.plus(1 - DAYS)..=case.view.today);
    let mut lately = lately.filter(|(_, kg)| is_real(**kg));
    let have = u32::try_from(lately.clone().count()).unwrap_or(u32::MAX);
    let (first, last) = (lately.next(), lately.next_back());
    let span = match (first, last) {
        (Some((first, _)), Some((last, _))) => last.days_since(*first) + 1,
        _ => 0,
    };
    let measured = slope(weights, case.view.today).ok().filter(|_| have >= WEIGHTS && span >= WEIGHT_SPAN);
    let (Some(measured), Some((_, last))) = (measured, last) else {
        report.missing.push(Missing::Weights { have, need: WEIGHTS });
        return;
    };
    report.judged.push(Factor::Energy);
    let percent = |kg: f64| kg / last.kg() * 100.0;
    let (rate, error) = (percent(measured.kg_per_week), percent(measured.error));
    let low = if level == Experience::Advanced { GAIN.1 } else { GAIN.0 };
    let short = severity(rate + error, low, low - GAIN_WORST);
    if short > 0.0 {
        let fix = target.and_then(|targets| {
            let to = targets.surplus + RAISE_KCAL;
            surplus_allowed(to, targets.maintenance)
                .then_some(Fix::RaiseSurplus { from: targets.surplus, to })
        });
        let fact = Fact::Weight { slope: rate, error, low, weights: have };
        let confidence = if have * 4 >= WEIGHTS * 6 { Confidence::High } else { Confidence::Fair };
        report.findings.push(finding(Factor::Energy, short, confidence, fact, fix));
    }
}

fn protein(case: &Case<'_, '_>, kg: f64, report: &mut Report) {
    // Today is not over.
    let days = case.view.food.days.range(case.view.today.plus(-DAYS)..case.view.today);
    let logged: Vec<(Option<f64>, f64)> = days
        .filter_map(|(_, food)| {
            let protein = f64::from(food.protein?.get());
            (protein > 0.0).then(|| (food.kcal.map(|kcal| f64::from(kcal.get())), protein))
        })
        .collect();
    let mut energies: Vec<f64> = logged.iter().filter_map(|(kcal, _)| *kcal).collect();
    let usual = median(&mut energies).unwrap_or_default();
    let complete: Vec<f64> = logged
        .iter()
        .filter(|(kcal, _)| kcal.is_none_or(|kcal| kcal >= PARTLY * usual))
        .map(|(_, protein)| protein / kg)
        .collect();
    let partly = logged.len() - complete.len();
    if partly > 0 {
        report.unused.push(Unused::FoodDays(u32::try_from(partly).unwrap_or(u32::MAX)));
    }
    let have = u32::try_from(complete.len()).unwrap_or(u32::MAX);
    let Some((mean, error)) = mean_and_error(&complete).filter(|_| have >= FOOD_DAYS) else {
        report.missing.push(Missing::FoodDays { have, need: FOOD_DAYS });
        return;
    };
    report.judged.push(Factor::Protein);
    let short = severity(mean + error, PROTEIN_G_PER_KG.0, PROTEIN_WORST);
    if short > 0.0 {
        let grams = |per_kg: f64| Grams::saturating((per_kg * kg).round() as i64);
        let fix = Fix::EatProtein { from: grams(mean), to: grams(PROTEIN_G_PER_KG.1) };
        let confidence = if have >= 2 * FOOD_DAYS { Confidence::High } else { Confidence::Fair };
        let fact = Fact::Protein { mean, error, days: have };
        report.findings.push(finding(Factor::Protein, short, confidence, fact, Some(fix)));
    }
}
