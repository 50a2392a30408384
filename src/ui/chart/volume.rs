//! Hard sets of a week by muscle, against the band: done solid, still planned hatched. The same numbers
//! stand as a table one press away.

use super::{Scale, axis_end, hatching};
use leptos::prelude::*;

/// One muscle's row.
#[derive(Debug, Clone, PartialEq)]
pub struct VolumeRow {
    /// What the caller knows it by.
    pub key: u8,
    /// Its name.
    pub label: String,
    /// The class of its hue.
    pub hue: &'static str,
    /// Sets done.
    pub done: f64,
    /// Sets still planned.
    pub planned: f64,
    /// The part of what is done that nobody vouched for.
    pub unverified: f64,
    /// The band.
    pub band: (f64, f64),
    /// The number at the end.
    pub number: String,
    /// A line beneath: its functions.
    pub note: String,
    /// How it stands, in words.
    pub verdict: String,
    /// Cells of the table: done, planned, band, verdict.
    pub cells: [String; 4],
}

/// The words around the chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct VolumeWords {
    /// Heads of the table's columns.
    pub heads: [&'static str; 5],
    /// The word that opens the table.
    pub table: &'static str,
    /// What a group of rows is.
    pub group: &'static str,
}

const WIDTH: f64 = 240.0;
const HEIGHT: f64 = 18.0;

/// The chart.
#[component]
pub fn VolumeChart(
    /// Its rows.
    rows: Signal<Vec<VolumeRow>>,
    /// The row that is looked at.
    chosen: Signal<u8>,
    /// Told which row to look at.
    choose: Callback<u8>,
    /// The words around it.
    words: VolumeWords,
) -> impl IntoView {
    // One source for everything drawn: an effect that reads a memo and what that memo reads can be passed over.
    let rows = Memo::new(move |_| rows.get());
    let draw = move || {
        let rows = rows.get();
        let end = end_of(&rows);
        rows.into_iter().map(|row| bar(&row, end, chosen, choose)).collect_view()
    };
    let axis = move || {
        let scale = Scale::new(rows.with(|rows| end_of(rows)), 100.0);
        [0.0, 10.0, 20.0]
            .map(|value| {
                let x = format!("{:.2}%", scale.at(value));
                view! { <text x=x y="11">{value.to_string()}</text> }
            })
            .collect_view()
    };
    view! {
        <div class="volume" role="group" aria-label=words.group>
            {draw}
            <div class="volume__axis" aria-hidden="true">
                <svg class="volume__ticks">{axis}</svg>
            </div>
        </div>
        <details class="table-switch">
            <summary>{words.table}</summary>
            <table class="table">
                <thead>
                    <tr>{words.heads.map(|head| view! { <th scope="col">{head}</th> }).collect_view()}</tr>
                </thead>
                <tbody>
                    {move || {
                        rows.get()
                            .into_iter()
                            .map(|row| {
                                view! {
                                    <tr>
                                        <th scope="row">{row.label}</th>
                                        {row.cells.map(|cell| view! { <td>{cell}</td> }).collect_view()}
                                    </tr>
                                }
                            })
                            .collect_view()
                    }}
                </tbody>
            </table>
        </details>
    }
}

/// The end of the axis that holds every row and its band.
fn end_of(rows: &[VolumeRow]) -> f64 {
    let values: Vec<f64> = rows.iter().map(|row| (row.done + row.planned).max(row.band.1)).collect();
    axis_end(&values)
}

fn bar(row: &VolumeRow, end: f64, chosen: Signal<u8>, choose: Callback<u8>) -> impl IntoView + use<> {
    let scale = Scale::new(end, WIDTH);
    let (low, high) = (scale.at(row.band.0), scale.at(row.band.1));
    let done = scale.at(row.done);
    let sure = scale.at(row.done - row.unverified);
    let whole = scale.at(row.done + row.planned);
    let key = row.key;
    let spoken = format!(": {}", row.verdict);
    view! {
        <button
            type="button"
            class=format!("volume__row {}", row.hue)
            aria-pressed=move || if chosen.get() == key { "true" } else { "false" }
            on:click=move |_| choose.run(key)
        >
            <span class="volume__label">{row.label.clone()}<span class="visually-hidden">{spoken}</span></span>
            <svg class="volume__bar" viewBox=format!("0 0 {WIDTH} {HEIGHT}") preserveAspectRatio="none" aria-hidden="true">
                <rect class="volume__track" width=WIDTH height=HEIGHT rx="4" />
                <rect class="volume__band" x=low width=(high - low).max(0.0) height=HEIGHT />
                <rect class="volume__done" y="4" width=sure height="10" />
                <rect class="volume__unsure" x=sure y="4" width=(done - sure).max(0.0) height="10" />
                <path class="volume__unsure-lines" d=hatching(sure, 4.0, done - sure, 10.0, 3.0) />
                <rect class="volume__planned" x=done y="4.75" width=(whole - done).max(0.0) height="8.5" />
                <path class="volume__planned-lines" d=hatching(done, 4.0, whole - done, 10.0, 6.0) />
                <path class="volume__edge" d=format!("M{low:.1} 0v{HEIGHT}M{high:.1} 0v{HEIGHT}") />
            </svg>
            <b class="volume__number" aria-hidden="true">{row.number.clone()}</b>
            {(!row.note.is_empty()).then(|| view! { <span class="volume__note">{row.note.clone()}</span> })}
        </button>
    }
}
