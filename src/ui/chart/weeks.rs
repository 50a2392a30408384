//! One muscle over some weeks as columns before the band; deload weeks are hatched.

use super::{Scale, axis_end, hatching};
use leptos::prelude::*;

/// One week's column.
#[derive(Debug, Clone, PartialEq)]
pub struct WeekColumn {
    /// Its sets.
    pub sets: f64,
    /// Whether it was a deload.
    pub deload: bool,
    /// Its week, for the table.
    pub label: String,
    /// Its sets, for the table.
    pub number: String,
}

const WIDTH: f64 = 326.0;
const HEIGHT: f64 = 128.0;
const LEFT: f64 = 24.0;
const BASE: f64 = 120.0;

/// The columns.
#[component]
pub fn WeeksChart(
    /// The weeks, oldest first.
    columns: Signal<Vec<WeekColumn>>,
    /// The band.
    band: Signal<(f64, f64)>,
    /// The class of its hue.
    hue: Signal<&'static str>,
    /// What is seen, in words.
    summary: Signal<String>,
    /// Heads of the table, and the word that opens it.
    words: [&'static str; 3],
) -> impl IntoView {
    let drawing = move || {
        let (columns, band) = (columns.get(), band.get());
        let values: Vec<f64> = columns.iter().map(|column| column.sets).chain([band.1]).collect();
        let scale = Scale::new(axis_end(&values), BASE - 4.0);
        let y = |value: f64| BASE - scale.at(value);
        let slot = (WIDTH - LEFT) / columns.len().max(1) as f64;
        let bars = columns
            .iter()
            .enumerate()
            .map(|(place, column)| {
                let x = LEFT + slot * place as f64 + slot * 0.14;
                let (top, width) = (y(column.sets), slot * 0.72);
                let class = if column.deload { "weeks__deload" } else { "weeks__bar" };
                let lines =
                    if column.deload { hatching(x, top, width, BASE - top, 5.0) } else { String::new() };
                view! {
                    <rect class=class x=x y=top width=width height=(BASE - top).max(0.0) rx="2" />
                    <path class="weeks__lines" d=lines />
                }
            })
            .collect_view();
        let ticks = [0.0, band.0, band.1]
            .map(
                |value| view! { <text class="weeks__tick" x="0" y=y(value) + 4.0>{value.to_string()}</text> },
            )
            .collect_view();
        let (top, bottom) = (y(band.1), y(band.0));
        view! {
            <rect class="volume__band" x=LEFT y=top width=WIDTH - LEFT height=(bottom - top).max(0.0) />
            <path class="volume__edge" d=format!("M{LEFT} {top:.1}H{WIDTH}M{LEFT} {bottom:.1}H{WIDTH}") />
            {bars}
            {ticks}
        }
    };
    let [table, week, sets] = words;
    view! {
        <svg
            class=move || format!("weeks {}", hue.get())
            viewBox=format!("0 0 {WIDTH} {HEIGHT}")
            role="img"
            aria-label=move || summary.get()
        >
            {drawing}
        </svg>
        <details class="table-switch">
            <summary>{table}</summary>
            <table class="table">
                <thead><tr><th scope="col">{week}</th><th scope="col">{sets}</th></tr></thead>
                <tbody>
                    {move || {
                        columns
                            .get()
                            .into_iter()
                            .map(|column| {
                                view! { <tr><th scope="row">{column.label}</th><td>{column.number}</td></tr> }
                            })
                            .collect_view()
                    }}
                </tbody>
            </table>
        </details>
    }
}
