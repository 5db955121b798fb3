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
            Self::Bibtex => &["bib"],
            Self::DataPackage => &["zip"],
        }
    }

    /// Whether it is of comparisons, so that the measure matters, whichever table is written.
    #[must_use]
    pub const fn is_of_comparisons(self) -> bool {
        matches!(self, Self::Xlsx | Self::Markdown | Self::DataPackage)
    }

    /// Whether one table of several can be chosen.
    #[must_use]
    pub const fn is_of_one_table(self) -> bool {
        matches!(self, Self::Csv | Self::Tsv)
    }

    /// Whether only programs can read it, so that it never goes to a terminal.
    #[must_use]
    pub const fn is_binary(self) -> bool {
        matches!(self, Self::Xlsx | Self::DataPackage)
    }
}
