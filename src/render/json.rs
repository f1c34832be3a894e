//! All plans as data for programs.

use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::derive::view::export::{ExportCell, ExportColumn, ExportRow, PlanExport, SiteExport};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, codes};
use crate::render::{Input, Made};

/// One file with all plans, where there is a plan.
pub(super) fn make(input: &Input<'_>) -> Made {
    let Some(export) = &input.views.export else {
        return Made::default();
    };
    match serde_json::to_vec_pretty(&SiteData::of(export)) {
        Ok(mut bytes) => {
            bytes.push(b'\n');
            Made::files([(export.json.clone(), bytes)])
        }
        Err(error) => Made {
            files: Vec::new(),
            problems: Diagnostics::from_iter([Diagnostic::new(
                &codes::BROKEN_PAGE,
                Place::Path(format!("public/{}", export.json)),
                format!("The plan cannot be written as data: {error}"),
                "Report this as a mistake of boardplan.",
            )]),
        },
    }
}

/// The form of the file. Its field names are a promise to the programs that read it.
#[derive(serde::Serialize)]
struct SiteData<'a> {
    board: &'a str,
    language: &'a str,
    plans: Vec<PlanData<'a>>,
}

#[derive(serde::Serialize)]
struct PlanData<'a> {
    title: &'a str,
    period: &'a str,
    page: &'a str,
    columns: Vec<ColumnData<'a>>,
    rows: Vec<RowData<'a>>,
}

#[derive(serde::Serialize)]
struct ColumnData<'a> {
    key: &'a str,
    heading: &'a str,
}

/// A row as an object: the keys of the columns, in their order.
struct RowData<'a> {
    columns: &'a [ExportColumn],
    cells: &'a [ExportCell],
}

impl<'a> SiteData<'a> {
    fn of(export: &'a SiteExport) -> Self {
        let SiteExport {
            json: _,
            board,
            language,
            plans,
        } = export;
        Self {
            board,
            language,
            plans: plans.iter().map(PlanData::of).collect(),
        }
    }
}

impl<'a> PlanData<'a> {
    fn of(plan: &'a PlanExport) -> Self {
        let PlanExport {
            csv: _,
            script: _,
            title,
            period,
            page,
            columns,
            rows,
        } = plan;
        Self {
            title,
            period,
            page: page.as_str(),
            columns: columns
                .iter()
                .map(|ExportColumn { key, heading }| ColumnData { key, heading })
                .collect(),
            rows: rows
                .iter()
                .map(|ExportRow { page: _, cells }| RowData { columns, cells })
                .collect(),
        }
    }
}

impl Serialize for RowData<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.cells.len()))?;
        for (column, cell) in self.columns.iter().zip(self.cells) {
            match cell {
                ExportCell::Nothing => map.serialize_entry(&column.key, &())?,
                ExportCell::One(text) => map.serialize_entry(&column.key, text)?,
                ExportCell::Many(texts) => map.serialize_entry(&column.key, texts)?,
            }
        }
        map.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_keeps_the_order_of_its_columns() {
        let columns = ["z", "a", "m"].map(|key| ExportColumn {
            key: key.to_owned(),
            heading: key.to_owned(),
        });
        let cells = [
            ExportCell::One("1".to_owned()),
            ExportCell::Nothing,
            ExportCell::Many(vec!["x".to_owned()]),
        ];
        let row = RowData {
            columns: &columns,
            cells: &cells,
        };
        assert_eq!(
            serde_json::to_string(&row).unwrap(),
            r#"{"z":"1","a":null,"m":["x"]}"#
        );
    }
}
