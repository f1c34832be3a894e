//! How long each stage of a build took.
#![allow(
    clippy::disallowed_methods,
    reason = "`cli/` is the room that measures time"
)]

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use serde::Serialize;

use super::args::Format;

/// A stopwatch that is told when each stage begins.
#[derive(Default)]
pub struct Timings {
    stages: Vec<(String, Moment)>,
}

/// A moment on the wall clock and on the processor's.
#[derive(Clone, Copy)]
struct Moment {
    wall: Instant,
    cpu: Option<Duration>,
}

#[derive(Serialize)]
struct Row {
    stage: String,
    /// Milliseconds that passed.
    wall_ms: f64,
    /// Milliseconds of processor time of all threads; none where the system does not say.
    cpu_ms: Option<f64>,
}

impl Timings {
    /// Notes that a stage begins now, which ends the one before.
    pub fn begin(&mut self, stage: impl Into<String>) {
        self.stages.push((stage.into(), Moment::now()));
    }

    /// Ends the last stage, and puts all into a table or a JSON object.
    pub fn finish(self, format: Format) -> String {
        let rows = self.rows();
        match format {
            Format::Text => table(&rows),
            Format::Json => {
                // Text and numbers always serialise.
                serde_json::to_string(&serde_json::json!({ "stages": rows })).unwrap_or_default()
            }
        }
    }

    fn rows(self) -> Vec<Row> {
        let end = Moment::now();
        let ends = self
            .stages
            .iter()
            .skip(1)
            .map(|(_, moment)| *moment)
            .chain([end]);
        let mut rows: Vec<Row> = self
            .stages
            .iter()
            .zip(ends)
            .map(|((stage, begin), end)| row(stage, *begin, end))
            .collect();
        if let Some((_, first)) = self.stages.first() {
            rows.push(row("total", *first, end));
        }
        rows
    }
}

impl Moment {
    fn now() -> Self {
        Self {
            wall: Instant::now(),
            cpu: process_cpu_time(),
        }
    }
}

fn row(stage: &str, begin: Moment, end: Moment) -> Row {
    let cpu = begin
        .cpu
        .zip(end.cpu)
        .map(|(begin, end)| end.saturating_sub(begin));
    Row {
        stage: stage.to_owned(),
        wall_ms: milliseconds(end.wall - begin.wall),
        cpu_ms: cpu.map(milliseconds),
    }
}

/// Rounded to a hundredth, which is finer than what two runs have in common.
fn milliseconds(time: Duration) -> f64 {
    (time.as_secs_f64() * 100_000.0).round() / 100.0
}

fn table(rows: &[Row]) -> String {
    let mut table = format!("{:<8}{:>12}{:>12}", "stage", "wall ms", "CPU ms");
    for row in rows {
        let cpu = row
            .cpu_ms
            .map_or_else(|| "-".to_owned(), |cpu| format!("{cpu:.1}"));
        // Writing to a string cannot fail.
        let _ = write!(table, "\n{:<8}{:>12.1}{cpu:>12}", row.stage, row.wall_ms);
    }
    table
}

/// The processor time of all threads of this process so far.
#[cfg(unix)]
fn process_cpu_time() -> Option<Duration> {
    use rustix::time::{ClockId, clock_gettime};
    Duration::try_from(clock_gettime(ClockId::ProcessCPUTime)).ok()
}

/// The processor time of all threads of this process so far.
#[cfg(not(unix))]
fn process_cpu_time() -> Option<Duration> {
    None
}
