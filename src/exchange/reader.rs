//! A foreign file read in steps, so that a page can paint, count and cancel between them; it holds the text
//! and the rows so far, and changes nothing outside.

use super::alpha::{self, Blocks};
use super::cells::{self, Cells, Marks};
use super::failure::FileError;
use super::foreign::{App, ForeignLog};
use super::format::{FORMATS, Format};
use super::header::Header;
use super::origin::Origin;
use super::refusal::Reason;
use super::stamp::Zone;
use super::text::{Text, delimiter};
use csv::{ReaderBuilder, StringRecord};

/// A reading that can be stopped after every step by dropping it.
pub struct Reader {
    text: String,
    /// The byte the next row begins at.
    at: usize,
    /// The line it stands on.
    line: u32,
    delimiter: u8,
    /// The person's clock.
    zone: Zone,
    shape: Shape,
    /// How often a quotation mark out of place had to be stepped over.
    repairs: u32,
    log: ForeignLog,
}

/// What the file is made of.
enum Shape {
    Table(Box<Table>),
    Blocks(Blocks),
}

/// A table: whose it is, its header, and the decimal marks seen so far.
struct Table {
    format: &'static Format,
    header: Header,
    marks: Marks,
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
/// The most rows that are read: thirty years of twenty sets a day are fewer.
const ROWS_MAX: usize = 250_000;
/// After so many rows with a stray quotation mark the rest cannot be told apart.
const REPAIRS_MAX: u32 = 1000;

/// So many columns of those an app's table needs, and it seems to be that table.
const NEARLY: usize = 4;

/// No app writes a longer header line.
const HEADER_MAX: usize = 10_000;

impl Reader {
    /// Begins a reading; whose file it is is told by its header, which is read at once.
    ///
    /// # Errors
    /// [`FileError`] where the header is no known app's, or nothing stands below it.
    pub fn new(text: Text) -> Result<Self, FileError> {
        let Text { text, encoding } = text;
        let start = text.len() - text.trim_start().len();
        let body = text.get(start..).unwrap_or_default();
        let first = body.lines().next().unwrap_or_default();
        if first.len() > HEADER_MAX {
            return Err(FileError::Unknown);
        }
        let blocks = alpha::is_blocks(body);
        // The first line of blocks is a name, and may hold any of them.
        let delimiter = if blocks { b';' } else { delimiter(first) };
        let (shape, app, at) = if blocks {
            (Shape::Blocks(Blocks::default()), App::AlphaProgression, start)
        } else {
            let mut record = StringRecord::new();
            csv_of(first, delimiter).read_record(&mut record).map_err(|_| FileError::Unknown)?;
            let (format, header) = format_of(&record, body)?;
            let table = Table { format, header, marks: Marks::default() };
            (Shape::Table(Box::new(table)), format.app, start + first.len())
        };
        if text.get(at..).is_none_or(|rest| rest.trim().is_empty()) {
            return Err(FileError::NoRows);
        }
        let line = 1 + newlines(text.get(..at).unwrap_or_default());
        let log = ForeignLog::new(app, encoding);
        Ok(Self { text, at, line, delimiter, zone: |_| 0, shape, repairs: 0, log })
    }

    /// The same reading on the person's clock: for files that say when in UTC.
    #[must_use]
    pub fn in_zone(self, zone: Zone) -> Self {
        Self { zone, ..self }
    }

    /// Reads up to `max_rows` more rows.
    ///
    /// # Errors
    /// [`FileError`] where the file has too many rows or is damaged beyond repair.
    pub fn step(&mut self, max_rows: usize) -> Result<Progress, FileError> {
        let until = self.log.rows.saturating_add(max_rows.max(1));
        while self.at < self.text.len() && self.log.rows < until {
            self.window(until)?;
        }
        Ok(Progress { done: self.at, total: self.text.len(), finished: self.at >= self.text.len() })
    }

    /// What was read, once a step has said that it is all; what is left over is read now.
    ///
    /// # Errors
    /// [`FileError`] as for [`Reader::step`].
    pub fn finish(mut self) -> Result<ForeignLog, FileError> {
        while !self.step(usize::MAX)?.finished {}
        self.log.close();
        Ok(self.log)
    }

    /// Reads rows of one window until it ends or the log has `until` rows.
    fn window(&mut self, until: usize) -> Result<(), FileError> {
        let text = std::mem::take(&mut self.text);
        let rest = text.get(self.at..).unwrap_or_default();
        let used = self.rows(rest, rest.floor_char_boundary(WINDOW), until);
        self.text = text;
        self.at += used?;
        Ok(())
    }

    /// Reads rows of the first `size` bytes and returns how many bytes they took, which is never none.
    fn rows(&mut self, rest: &str, size: usize, until: usize) -> Result<usize, FileError> {
        let window = rest.get(..size).unwrap_or(rest);
        let last = window.len() == rest.len();
        let mut csv = csv_of(window, self.delimiter);
        let mut record = StringRecord::new();
        let mut used = 0;
        while self.log.rows < until {
            let more = csv.read_record(&mut record).map_err(|_| FileError::Damaged { line: self.line })?;
            let to = usize::try_from(csv.position().byte()).unwrap_or(window.len()).min(window.len());
            let raw = window.get(used..to).unwrap_or_default();
            if !more {
                self.line += newlines(raw);
                return Ok(window.len());
            }
            if self.log.rows >= ROWS_MAX {
                return Err(FileError::TooManyRows { max: ROWS_MAX });
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
            if row.trim_end().contains('\n') && (unclosed || !self.whole(&record)) {
                // A quotation mark that is never closed swallows the rows below it: give them back.
                return self.step_over(rest, start, line, Reason::Quote);
            }
            if unclosed {
                self.log.refuse(line, Reason::Quote);
            } else {
                self.take(&record, line);
            }
            self.line += newlines(raw);
            used = to;
        }
        Ok(used)
    }

    /// Whether a row of several lines can be one row.
    fn whole(&self, record: &StringRecord) -> bool {
        match &self.shape {
            Shape::Table(table) => {
                let mended = (table.format.mend)(record, &table.header);
                cells::whole(mended.as_ref().unwrap_or(record), &table.header)
            }
            Shape::Blocks(_) => false,
        }
    }

    /// Takes a row into the log.
    fn take(&mut self, record: &StringRecord, line: u32) {
        let Table { format, header, marks } = match &mut self.shape {
            Shape::Table(table) => table.as_mut(),
            Shape::Blocks(blocks) => return blocks.take(record, line, &mut self.log),
        };
        let mended = (format.mend)(record, header);
        let record = mended.as_ref().unwrap_or(record);
        let cells = Cells { record, header, line, zone: self.zone };
        match cells::readable(record, header).and_then(|()| (format.read)(&cells, marks)) {
            Ok(row) => self.log.take(line, row),
            Err(reason) => self.log.refuse(line, reason),
        }
    }

    /// Refuses the one line that begins at `start`, and returns where the next one does.
    fn step_over(&mut self, rest: &str, start: usize, line: u32, reason: Reason) -> Result<usize, FileError> {
        self.repairs += 1;
        if self.repairs > REPAIRS_MAX {
            return Err(FileError::Damaged { line });
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

/// The format a header belongs to: the one that finds all it needs in it.
fn format_of(record: &StringRecord, body: &str) -> Result<(&'static Format, Header), FileError> {
    let looks_like = Origin::of(body);
    if looks_like == Some(Origin::Json) {
        return Err(FileError::Json);
    }
    let mut nearly = None;
    for format in FORMATS {
        let header = Header::read(record.iter(), format.names);
        let missing = |column: &&_| header.place(**column).is_none();
        let Some(column) = format.needed.iter().find(missing).copied() else { return Ok((format, header)) };
        let found = format.needed.len() - format.needed.iter().filter(missing).count();
        if looks_like == Some(Origin::App(format.app)) || (looks_like.is_none() && found >= NEARLY) {
            nearly = nearly.or(Some(FileError::MissingColumn { app: format.app, column }));
        }
    }
    Err(nearly.unwrap_or(FileError::Unknown))
}
