//! Strong's export read in steps, so that a page can paint, count and cancel between them; it holds the text
//! and the rows so far, and changes nothing outside.

use super::StrongError;
use super::header::Header;
use super::row::{self, Marks};
use crate::exchange::foreign::{App, ForeignLog};
use crate::exchange::origin::Origin;
use crate::exchange::refusal::Reason;
use crate::exchange::text::{Text, delimiter};
use csv::{ReaderBuilder, StringRecord};

/// A reading that can be stopped after every step by dropping it.
#[derive(Debug, Clone)]
pub struct Reader {
    text: String,
    /// The byte the next row begins at.
    at: usize,
    /// The line it stands on.
    line: u32,
    delimiter: u8,
    header: Header,
    marks: Marks,
    /// How often a quotation mark out of place had to be stepped over.
    repairs: u32,
    log: ForeignLog,
}

/// How far a reading has come, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Bytes read.
    pub done: usize,
    /// Bytes in all.
    pub total: usize,
    /// Whether that was all.
    pub finished: bool,
}

/// Bytes that are looked at together: no row is longer.
const WINDOW: usize = 256 * 1024;
/// The most rows that are read: thirty years of twenty sets a day are a fifth of it.
const ROWS_MAX: usize = 1_000_000;
/// After so many rows with a stray quotation mark the rest cannot be told apart.
const REPAIRS_MAX: u32 = 1000;

/// No app writes a longer header line.
const HEADER_MAX: usize = 10_000;

impl Reader {
    /// Begins a reading; the header is read at once.
    ///
    /// # Errors
    /// [`StrongError`] where the header is not Strong's, or nothing stands below it.
    pub fn new(text: Text) -> Result<Self, StrongError> {
        let Text { text, encoding } = text;
        let start = text.len() - text.trim_start().len();
        let body = text.get(start..).unwrap_or_default();
        let first = body.lines().next().unwrap_or_default();
        if first.len() > HEADER_MAX {
            return Err(StrongError::NotStrong { looks_like: Origin::of(body) });
        }
        let delimiter = delimiter(first);
        let mut cells = StringRecord::new();
        csv_of(first, delimiter)
            .read_record(&mut cells)
            .map_err(|_| StrongError::NotStrong { looks_like: None })?;
        let header = Header::read(cells.iter(), body)?;
        let at = start + first.len();
        if text.get(at..).is_none_or(|rest| rest.trim().is_empty()) {
            return Err(StrongError::NoRows);
        }
        let line = 1 + newlines(text.get(..at).unwrap_or_default());
        let log = ForeignLog::new(App::Strong, encoding);
        Ok(Self { text, at, line, delimiter, header, marks: Marks::default(), repairs: 0, log })
    }

    /// Reads up to `max_rows` more rows.
    ///
    /// # Errors
    /// [`StrongError`] where the file has too many rows or is damaged beyond repair.
    pub fn step(&mut self, max_rows: usize) -> Result<Progress, StrongError> {
        let until = self.log.rows.saturating_add(max_rows.max(1));
        while self.at < self.text.len() && self.log.rows < until {
            self.window(until)?;
        }
        Ok(Progress { done: self.at, total: self.text.len(), finished: self.at >= self.text.len() })
    }

    /// What was read, once a step has said that it is all; what is left over is read now.
    ///
    /// # Errors
    /// [`StrongError`] as for [`Reader::step`].
    pub fn finish(mut self) -> Result<ForeignLog, StrongError> {
        while !self.step(usize::MAX)?.finished {}
        Ok(self.log)
    }

    /// Reads rows of one window until it ends or the log has `until` rows.
    fn window(&mut self, until: usize) -> Result<(), StrongError> {
        let text = std::mem::take(&mut self.text);
        let rest = text.get(self.at..).unwrap_or_default();
        let used = self.rows(rest, rest.floor_char_boundary(WINDOW), until);
        self.text = text;
        self.at += used?;
        Ok(())
    }

    /// Reads rows of the first `size` bytes and returns how many bytes they took, which is never none.
    fn rows(&mut self, rest: &str, size: usize, until: usize) -> Result<usize, StrongError> {
        let window = rest.get(..size).unwrap_or(rest);
        let last = window.len() == rest.len();
        let mut csv = csv_of(window, self.delimiter);
        let mut cells = StringRecord::new();
        let mut used = 0;
        while self.log.rows < until {
            let more = csv.read_record(&mut cells).map_err(|_| StrongError::Damaged { line: self.line })?;
            let to = usize::try_from(csv.position().byte()).unwrap_or(window.len()).min(window.len());
            let raw = window.get(used..to).unwrap_or_default();
            if !more {
                self.line += newlines(raw);
                return Ok(window.len());
            }
            if self.log.rows >= ROWS_MAX {
                return Err(StrongError::TooManyRows { max: ROWS_MAX });
            }
            let row = raw.trim_start_matches('\n');
            let start = used + raw.len() - row.len();
            let line = self.line + newlines(window.get(used..start).unwrap_or_default());
            let at_end = to == window.len();
            if at_end && !last {
                // Perhaps cut by the window's end: it begins the next one, unless it filled this one.
                return if used > 0 { Ok(used) } else { self.step_over(rest, start, line, Reason::TooLong) };
            }
            let unclosed = at_end && row.bytes().filter(|b| *b == b'"').count() % 2 == 1;
            if row.trim_end().contains('\n') && (unclosed || !row::whole(&cells, &self.header)) {
                // A quotation mark that is never closed swallows the rows below it: give them back.
                return self.step_over(rest, start, line, Reason::Quote);
            }
            let read = if unclosed {
                Err(Reason::Quote)
            } else {
                row::read(&cells, line, &self.header, &mut self.marks)
            };
            match read {
                Ok(row) => self.log.take(line, row),
                Err(reason) => self.log.refuse(line, reason),
            }
            self.line += newlines(raw);
            used = to;
        }
        Ok(used)
    }

    /// Refuses the one line that begins at `start`, and returns where the next one does.
    fn step_over(
        &mut self,
        rest: &str,
        start: usize,
        line: u32,
        reason: Reason,
    ) -> Result<usize, StrongError> {
        self.repairs += 1;
        if self.repairs > REPAIRS_MAX {
            return Err(StrongError::Damaged { line });
        }
        self.log.refuse(line, reason);
        self.line = line + 1;
        let tail = rest.get(start..).unwrap_or_default();
        Ok(tail.find('\n').map_or(rest.len(), |end| start + end + 1))
    }
}

fn newlines(text: &str) -> u32 {
    u32::try_from(text.bytes().filter(|b| *b == b'\n').count()).unwrap_or(u32::MAX)
}

fn csv_of(text: &str, delimiter: u8) -> csv::Reader<&[u8]> {
    ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(text.as_bytes())
}
