//! A drawing of the legs from the front and from the back, hip to foot, with each part signed by how it stands:
//! by its fill, by its outline, and by a word beside it. It knows no muscle; the caller says what a part shows.

use super::{path, strokes};
use crate::ui::element::{El, svg};

/// A part of the drawing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LegPart {
    /// The outer hip, front and back.
    Hip,
    /// The middle of the front thigh.
    FrontMiddle,
    /// The front thigh on both sides of it.
    FrontSides,
    /// The inner thigh.
    Inner,
    /// The front of the shin.
    Shin,
    /// The buttock.
    Buttock,
    /// The back of the thigh.
    Back,
    /// The two heads of the calf.
    CalfHeads,
    /// The calf beneath them.
    CalfBase,
}

/// How a part stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    /// Nothing there.
    None,
    /// Below.
    Below,
    /// As it should be.
    In,
    /// The number is there, but this part of it is short.
    Short,
    /// Above.
    Above,
}

/// The drawing.
pub struct Legs {
    /// How each part stands.
    pub signs: Vec<(LegPart, Sign)>,
    /// Labels beside the front, from the top: hip, front thigh, inner thigh, shin; two lines each.
    pub front: [[String; 2]; 4],
    /// Labels beside the back: buttock, back of the thigh, calf.
    pub back: [[String; 2]; 3],
    /// The words under the two views.
    pub views: [&'static str; 2],
    /// What is seen, in words.
    pub summary: String,
}

/// The size of the drawing.
pub const SIZE: (u32, u32) = (360, 384);
/// The middles of the two views.
const VIEWS: [f64; 2] = [118.0, 242.0];

/// One leg of the front view, from the middle of the body outwards: waist, hip, knee, ankle, foot.
const FRONT: &str = "M0 10H31C35 24 45 42 47.5 68C50 102 46 150 39 186C36 198 37 208 36.5 216C36 226 39 236 39.5 250\
C40 272 33 298 28 324C28 332 34 341 38 348C40 353 35 356 29 356C22 356 17 353 15 348C13 340 15 332 14 324C13 306 9 292 7 276\
C4 258 5 242 9 228C11 220 10.5 212 10 204C8 176 3 138 1.5 96L0 94Z";
/// The same from behind, with a heel.
const REAR: &str = "M0 10H31C35 24 45 42 47.5 68C50 102 46 150 39 186C36 200 37 210 37 218C39 230 40 242 39.5 254\
C39 276 32 300 28 322C27 332 31 340 33 347C34 354 28 357 22 357C15 357 11 353 13 346C15 338 16 332 15 322C13 304 9 292 6.5 276\
C4 258 5 242 9 228C10.5 218 10.5 212 10 204C8 176 3 140 1.5 106L0 103Z";
/// What only helps the eye: groin, knee, ankle.
const FRONT_LINES: &str = "M0 94C8 82 18 68 30 50M16 203C17 195 29 195 31 203C32 214 28 219 23.5 219C19 219 15 214 16 203Z\
M18 326C20 330 24 330 26 326M22 222V228";
const REAR_LINES: &str =
    "M0 103V16M13 207C18 211 28 211 34 207M22.5 318C22 330 21 338 21 346M9 20C12 26 16 30 21 31";

const FRONT_PARTS: [(LegPart, &str); 7] = [
    (LegPart::Hip, "M32 21C38 36 44 48 45.5 66C43 74 40 79 37 82C35 62 32 42 28 28Z"),
    (LegPart::FrontMiddle, "M27 56C34 84 35 138 26 184C24 190 21 190 19 184C13 150 15 96 27 56Z"),
    (
        LegPart::FrontSides,
        "M37.5 90C41 84 44 79 46.5 76C48 108 44 150 37 184C35 193 31 197 29 194C28 188 32 172 34 156C37 132 38 110 37.5 90Z",
    ),
    (
        LegPart::FrontSides,
        "M15.5 132C16 152 17 166 20 186C21 195 17 203 13 201C9 197 9 182 10 166C11 152 13 140 15.5 132Z",
    ),
    (LegPart::Inner, "M3 97C9 87 16 78 22 70C16 92 14 112 13 130C11 142 9 152 8 162C5 140 4 118 3 97Z"),
    (
        LegPart::Shin,
        "M26 230C32 236 34 250 32 268C30 288 25 304 22 318C20 318 19 312 19 304C19 280 21 252 26 230Z",
    ),
    (LegPart::CalfHeads, "M9.5 234C14 246 16 262 14 286C11 278 7 268 7 254C7 246 8 240 9.5 234Z"),
];
const REAR_PARTS: [(LegPart, &str); 8] = [
    (LegPart::Hip, "M11 27C18 18 26 17 31 19C37 34 43 46 45.5 60C36 50 24 42 11 39Z"),
    (LegPart::Buttock, "M2 42C16 44 36 54 46 66C48 82 45 94 39 101C29 110 12 110 3 101C1 80 1 60 2 42Z"),
    (LegPart::Inner, "M3 107C7 111 10 113 13 113C12 132 10 150 8.5 166C5.5 146 4 126 3 107Z"),
    (
        LegPart::Back,
        "M27.5 113C35 112 41 107 45 101C46 132 42 164 36 194C35 202 32 208 30 206C30 188 28 160 27.5 140Z",
    ),
    (
        LegPart::Back,
        "M15.5 114C19 115 23 115 25.5 114C25 140 25 164 21 190C19 202 15 208 12.5 205C10.5 194 11 174 13 154C14 140 15 126 15.5 114Z",
    ),
    (LegPart::CalfHeads, "M24.5 217C31 214 34 221 36 231C39.5 246 38 262 33.5 276C30 283 25.5 281 24.5 274Z"),
    (LegPart::CalfHeads, "M22.5 217C16 214 13 221 10.5 231C6 246 7 266 12 281C16 287 21.5 285 22.5 276Z"),
    (
        LegPart::CalfBase,
        "M11.5 287C16 292 22 290 24 281C27 286 31 284 34 280C32 296 29 308 26 319C23 322 20 322 17.5 318C15 307 13 297 11.5 287Z",
    ),
];
/// Where a label's line ends on the drawing, from the middle of its view, and the label's height.
const FRONT_ENDS: [(f64, f64); 4] = [(-38.0, 52.0), (-30.0, 120.0), (-7.0, 150.0), (-27.0, 256.0)];
const REAR_ENDS: [(f64, f64); 3] = [(28.0, 78.0), (34.0, 150.0), (30.0, 246.0)];

impl Legs {
    /// Draws it.
    pub fn draw(&self) -> El {
        let [front, rear] = VIEWS;
        let mut drawing = svg("svg")
            .class("legs")
            .set("id", "legs")
            .set("viewBox", "0 0 360 384")
            .set("role", "img")
            .set("aria-label", &self.summary);
        let views =
            [(front, FRONT, FRONT_LINES, &FRONT_PARTS[..]), (rear, REAR, REAR_LINES, &REAR_PARTS[..])];
        for (middle, outline, lines, parts) in views {
            for side in ["", " scale(-1 1)"] {
                let leg = svg("g")
                    .set("transform", format!("translate({middle} 0){side}"))
                    .child(path("legs__skin", outline))
                    .all(parts.iter().map(|(part, shape)| path(self.class(*part), shape)))
                    .child(path("legs__line", lines));
                drawing = drawing.child(leg);
            }
        }
        for ((middle, words), anchor) in VIEWS.into_iter().zip(self.views).zip(["middle"; 2]) {
            let text = svg("text").class("legs__view").set_number("x", middle).set("y", "377");
            drawing = drawing.child(text.set("text-anchor", anchor).text(words));
        }
        let labels = self.front.iter().zip(FRONT_ENDS).map(|(words, end)| label(words, end, front, 0.0));
        let others = self.back.iter().zip(REAR_ENDS).map(|(words, end)| label(words, end, rear, 360.0));
        drawing.all(labels.chain(others).flatten())
    }

    fn class(&self, part: LegPart) -> &'static str {
        let sign = self.signs.iter().find(|(known, _)| *known == part).map_or(Sign::None, |(_, sign)| *sign);
        match sign {
            Sign::None => "legs__part",
            Sign::Below => "legs__part legs__part--below",
            Sign::In => "legs__part legs__part--in",
            Sign::Short => "legs__part legs__part--short",
            Sign::Above => "legs__part legs__part--above",
        }
    }
}

/// Two lines of words at an edge, with a line to what they are about.
fn label(words: &[String; 2], (x, y): (f64, f64), middle: f64, edge: f64) -> [El; 4] {
    let [name, stands] = words;
    let (anchor, from) = if edge > 0.0 { ("end", edge - 54.0) } else { ("start", 54.0) };
    let text = |class: &str, at: f64, words: &str| {
        let text = svg("text").class(class).set_number("x", edge).set_number("y", at);
        text.set("text-anchor", anchor).text(words)
    };
    let line = path("legs__lead", &strokes(&[("M", from), (" ", y), ("H", middle + x)]));
    let dot = svg("circle").class("legs__dot").set_number("cx", middle + x).set_number("cy", y).set("r", "2");
    [line, dot, text("legs__name", y - 1.0, name), text("weeks__tick", y + 11.0, stands)]
}
