//! A site as one file, to pass on by e-mail: the door to `rawzip`.

use std::io::{self, Write as _};
use std::path::Path;

use flate2::Compression;
use flate2::write::DeflateEncoder;
use rawzip::time::UtcDateTime;
use rawzip::{CompressionMethod, ZipArchiveWriter};

use super::{about, replace};
use crate::output::Outputs;

/// Writes a site as a zip archive, in one step: at any moment the file is whole, old or new.
///
/// All files stand in one folder, named like the archive, so that unpacking it makes no mess.
/// Equal sites give equal bytes: every file has the same time.
///
/// # Errors
///
/// The machine's error, with the path that it is about.
#[allow(
    clippy::disallowed_methods,
    reason = "`write/` is the room that changes the disk"
)]
pub fn archive(outputs: &Outputs, path: &Path) -> io::Result<()> {
    let name = path.file_name().and_then(|name| name.to_str());
    let name = name.ok_or_else(|| io::Error::from(io::ErrorKind::InvalidFilename))?;
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    std::fs::create_dir_all(folder).map_err(|error| about(folder, &error))?;
    let inner = name.trim_end_matches(".zip");
    replace(folder, name, &zip(outputs, inner)?)
}

/// The first moment that an archive can name; no time at all is not a date, and some programs say so.
const NO_TIME: UtcDateTime = match UtcDateTime::from_components(1980, 1, 1, 0, 0, 0, 0) {
    Some(time) => time,
    None => unreachable!(),
};

/// The bytes of an archive whose files stand below a folder.
fn zip(outputs: &Outputs, folder: &str) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut archive = ZipArchiveWriter::new(&mut bytes);
    for (path, output) in outputs.iter() {
        let (mut entry, config) = archive
            .new_file(format!("{folder}/{path}"))
            .compression_method(CompressionMethod::DEFLATE)
            .last_modified(NO_TIME)
            .start()
            .map_err(io::Error::other)?;
        let mut writer = config.wrap(DeflateEncoder::new(&mut entry, Compression::default()));
        writer.write_all(&output.bytes)?;
        let (encoder, descriptor) = writer.finish().map_err(io::Error::other)?;
        encoder.finish()?;
        entry.finish(descriptor).map_err(io::Error::other)?;
    }
    archive.finish().map_err(io::Error::other)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use rawzip::ZipArchive;

    use super::*;
    use crate::output::OutputPath;

    #[test]
    fn every_file_can_be_unpacked_and_equal_sites_are_equal_archives() {
        let mut site = Outputs::default();
        site.insert(OutputPath::new("index.html"), "hello ".repeat(1000));
        site.insert(OutputPath::new("t\u{177}/empty.txt"), "");
        let bytes = zip(&site, "preview").unwrap();
        assert_eq!(bytes, zip(&site, "preview").unwrap());
        assert!(bytes.len() < 1000);

        let archive = ZipArchive::from_slice(&bytes).unwrap();
        let mut entries = archive.entries();
        let mut found = Vec::new();
        while let Some(entry) = entries.next_entry().unwrap() {
            let path = entry.file_path().try_normalize().unwrap();
            let path = path.as_ref().to_owned();
            let data = archive.get_entry(entry.wayfinder()).unwrap();
            let inflated = flate2::bufread::DeflateDecoder::new(data.data());
            let mut text = String::new();
            let mut reader = data.verifying_reader(inflated);
            reader.read_to_string(&mut text).unwrap();
            found.push((path, text));
        }
        assert_eq!(
            found,
            [
                ("preview/index.html".to_owned(), "hello ".repeat(1000)),
                ("preview/t\u{177}/empty.txt".to_owned(), String::new()),
            ]
        );
    }
}
