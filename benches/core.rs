//! Criterion benches of the core: a plan, and what follows from a log.

use criterion::{Criterion, criterion_group, criterion_main};
use legwork::domain::athlete::ProfileDraft;
use legwork::domain::calendar::{Day, Now};
use legwork::domain::example;
use legwork::domain::id::PlanId;
use legwork::domain::plan::generate::{PlanLimits, Request, generate};
use legwork::domain::volume;

fn core(criterion: &mut Criterion) {
    let profile = ProfileDraft::example_profile();
    let request = Request {
        profile: &profile,
        limits: PlanLimits::default(),
        id: PlanId::new(1, [0; 10]),
        today: Day::EPOCH,
        starts: Day::EPOCH,
        recent: None,
    };
    criterion.bench_function("generate a plan", |bench| bench.iter(|| generate(&request)));
    let day = Day::EPOCH.plus(20_000);
    let book = example::logbook(Now { day, millis: 20_000 * 86_400_000, offset_minutes: 0 });
    criterion.bench_function("ledger of the example", |bench| {
        bench.iter(|| volume::ledger(&book.log, &book.exercises, &book.trials));
    });
}

criterion_group!(benches, core);
criterion_main!(benches);
