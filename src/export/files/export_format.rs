//! The formats of files that are exported.

use crate::text::words;

/// The format of a file that is exported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExportFormat {
    /// Comma-separated values of one table.
    Csv,
    /// Tab-separated values of one table.
    Tsv,
    /// All data as one JSON document.
    Json,
    /// A workbook of several sheets.
    Xlsx,
    /// The comparisons as a document in Markdown.
    Markdown,
    /// The comparisons, or a deck, as one page for a browser.
    Html,
    /// The comparisons, or a deck, as a document for a word processor.
    Docx,
    /// All sources as BibTeX.
    Bibtex,
    /// All sources as CSL-JSON.
    CslJson,
    /// Comma-separated values in the shape of SDMX, with their structure beside.
    SdmxCsv,
    /// All tables with what their columns hold, as a Frictionless data package.
    DataPackage,
}

words! {
    ExportFormat {
        Csv => "csv",
        Tsv => "tsv",
        Json => "json",
        Xlsx => "xlsx",
        Markdown => "md",
        Html => "html",
        Docx => "docx",
        Bibtex => "bib",
        CslJson => "csl-json",
        SdmxCsv => "sdmx-csv",
        DataPackage => "datapackage",
    }
}

impl ExportFormat {
    /// Returns the endings of names of its files, the usual one first.
    #[must_use]
    pub const fn endings(self) -> &'static [&'static str] {
        match self {
            Self::Csv | Self::SdmxCsv => &["csv"],
            Self::Tsv => &["tsv"],
            Self::Json | Self::CslJson => &["json"],
            Self::Xlsx => &["xlsx"],
            Self::Markdown => &["md", "markdown"],
            Self::Html => &["html", "htm"],
            Self::Docx => &["docx"],
            Self::Bibtex => &["bib"],
            Self::DataPackage => &["zip"],
        }
    }

    /// Whether it is of comparisons, so that the measure matters, whichever table is written.
    #[must_use]
    pub const fn is_of_comparisons(self) -> bool {
        matches!(self, Self::Xlsx | Self::Markdown | Self::Html | Self::Docx | Self::DataPackage)
    }

    /// Whether a deck can be written in it.
    #[must_use]
    pub const fn is_hand_out(self) -> bool {
        matches!(self, Self::Html | Self::Docx)
    }

    /// Whether one table of several can be chosen.
    #[must_use]
    pub const fn is_of_one_table(self) -> bool {
        matches!(self, Self::Csv | Self::Tsv)
    }

    /// Whether only programs can read it, so that it never goes to a terminal.
    #[must_use]
    pub const fn is_binary(self) -> bool {
        matches!(self, Self::Xlsx | Self::Docx | Self::DataPackage)
    }
}
