//! The addresses of the pages: every page is a real file below the base path; the browser is not known here.

/// Pages whose machine code is fetched together, apart from the first load.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Chunk {
    /// The running session.
    Session,
    /// The way to a plan, the plan, and a plan under the pencil.
    Plan,
    /// What the record shows over time.
    Progress,
    /// What holds back, and the week's review.
    Verdict,
    /// What is noted and recorded.
    Record,
    /// What is set and kept, and what comes from other apps.
    More,
}

impl Chunk {
    /// Every chunk, the soonest needed first.
    pub const ALL: [Self; 6] =
        [Self::Session, Self::Plan, Self::Progress, Self::Record, Self::Verdict, Self::More];

    /// Its name, in files too.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Session => "session",
            Self::Plan => "plan",
            Self::Progress => "progress",
            Self::Verdict => "verdict",
            Self::Record => "record",
            Self::More => "more",
        }
    }
}

/// A page of the app. Its address is static; what a link should restore stands in the query.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Page {
    /// What to do now: the start page.
    Today,
    /// The first form.
    Welcome,
    /// The running session.
    Session,
    /// The block.
    Plan,
    /// Weekly sets.
    Progress,
    /// Food, weight, sleep.
    Fuel,
    /// The way to everything else.
    More,
    /// Export, restore, erase.
    Data,
    /// Another app's log.
    Import,
    /// The plan, to be changed.
    Edit,
    /// A plan that came in a link.
    Share,
    /// Units, theme, week.
    Settings,
    /// What Legwork is.
    About,
    /// Every recorded session.
    History,
    /// One recorded session: `?id=`.
    Workout,
    /// One exercise over all sessions: `?id=`.
    Exercise,
    /// What holds a person back.
    HoldsBack,
    /// The principles.
    Learn,
}

impl Page {
    /// Every page, in the order of [`SLUGS`].
    pub const ALL: [Self; 18] = [
        Self::Today,
        Self::Welcome,
        Self::Session,
        Self::Plan,
        Self::Progress,
        Self::Fuel,
        Self::More,
        Self::Data,
        Self::Import,
        Self::Edit,
        Self::Share,
        Self::Settings,
        Self::About,
        Self::History,
        Self::Workout,
        Self::Exercise,
        Self::HoldsBack,
        Self::Learn,
    ];

    /// The name of its folder; empty for the start page.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Today => "",
            Self::Welcome => "welcome",
            Self::Session => "session",
            Self::Plan => "plan",
            Self::Progress => "progress",
            Self::Fuel => "fuel",
            Self::More => "more",
            Self::Data => "data",
            Self::Import => "import",
            Self::Edit => "edit",
            Self::Share => "share",
            Self::Settings => "settings",
            Self::About => "about",
            Self::History => "history",
            Self::Workout => "workout",
            Self::Exercise => "exercise",
            Self::HoldsBack => "holds-back",
            Self::Learn => "learn",
        }
    }

    /// Its address, always with a trailing slash, so that it stays inside the worker's scope.
    ///
    /// ```
    /// use legwork::routes::Page;
    /// assert_eq!(Page::Plan.href("/legwork"), "/legwork/plan/");
    /// assert_eq!(Page::Today.href(""), "/");
    /// ```
    pub fn href(self, base: &str) -> String {
        match self.slug() {
            "" => format!("{base}/"),
            slug => format!("{base}/{slug}/"),
        }
    }

    /// The page a path shows, with or without its last slash; `None` where there is none.
    ///
    /// ```
    /// use legwork::routes::Page;
    /// assert_eq!(Page::parse("/legwork", "/legwork/plan"), Some(Page::Plan));
    /// assert_eq!(Page::parse("/legwork", "/legwork-old/plan/"), None);
    /// ```
    pub fn parse(base: &str, path: &str) -> Option<Self> {
        let below = path.strip_prefix(base)?;
        if !below.is_empty() && !below.starts_with('/') {
            return None;
        }
        let slug = below.trim_matches('/');
        Self::ALL.into_iter().find(|page| page.slug() == slug)
    }

    /// The chunk that has it; `None` for what every day begins with, which is part of the first load.
    ///
    /// ```
    /// use legwork::routes::{Chunk, Page};
    /// assert_eq!((Page::Today.chunk(), Page::Import.chunk()), (None, Some(Chunk::More)));
    /// ```
    pub const fn chunk(self) -> Option<Chunk> {
        match self {
            Self::Today => None,
            Self::Session => Some(Chunk::Session),
            Self::Welcome | Self::Plan | Self::Edit | Self::Share => Some(Chunk::Plan),
            Self::Progress => Some(Chunk::Progress),
            Self::HoldsBack | Self::Learn => Some(Chunk::Verdict),
            Self::Fuel | Self::History | Self::Workout | Self::Exercise => Some(Chunk::Record),
            Self::More | Self::Data | Self::Settings | Self::About | Self::Import => Some(Chunk::More),
        }
    }

    /// The tab that is marked while this page is shown.
    pub const fn tab(self) -> Self {
        match self {
            Self::Today | Self::Welcome | Self::Session => Self::Today,
            Self::Plan | Self::Edit | Self::Share => Self::Plan,
            Self::Progress | Self::HoldsBack => Self::Progress,
            Self::Fuel => Self::Fuel,
            Self::More
            | Self::Data
            | Self::Import
            | Self::Settings
            | Self::About
            | Self::History
            | Self::Workout
            | Self::Exercise
            | Self::Learn => Self::More,
        }
    }
}

/// The slug of every page: the build step writes one file for each, so that a deep link answers 200.
pub const SLUGS: &[&str] = &[
    "",
    "welcome",
    "session",
    "plan",
    "progress",
    "fuel",
    "more",
    "data",
    "import",
    "edit",
    "share",
    "settings",
    "about",
    "history",
    "workout",
    "exercise",
    "holds-back",
    "learn",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_build_step_knows_every_page() {
        assert_eq!(SLUGS, Page::ALL.map(Page::slug));
    }

    #[test]
    fn every_address_leads_back_to_its_page_under_any_base() {
        for base in ["", "/legwork", "/a/b"] {
            for page in Page::ALL {
                assert_eq!(Page::parse(base, &page.href(base)), Some(page));
            }
            assert_eq!(Page::parse(base, &format!("{base}/nowhere/")), None);
        }
    }
}
