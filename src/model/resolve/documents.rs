//! Documents.

use crate::diagnostic::{Diagnostic, codes};
use crate::model::{Document, Localised, SignOff};
use crate::parse::record::page::{RawDocument, RawSignOff};

use super::gather::{Entry, Written};
use super::resolver::{Here, Resolver, title_or, value};

impl Resolver {
    /// A document in all its languages.
    pub(super) fn document(&mut self, entry: Entry<RawDocument>) -> Localised<Document> {
        entry.localised(|written| self.document_page(written))
    }

    fn document_page(&mut self, written: Written<RawDocument>) -> Document {
        let Written { mut page, raw } = written;
        let here = self.here(&page);
        let RawDocument {
            common,
            control,
            title,
            reference,
            contents,
            sign_off,
            review_by,
        } = raw;
        let whole = page.whole();
        Document {
            title: title_or(title, &page),
            page: self.page(&mut page, common, &here),
            plan: here.plan,
            reference_at: reference.as_ref().map_or(whole, |reference| reference.span),
            reference: value(reference),
            contents,
            sign_off: sign_off.map(|raw| self.sign_off(raw, &here)),
            review_by,
            control: self.control(control, &here),
        }
    }

    fn sign_off(&mut self, raw: RawSignOff, here: &Here) -> SignOff {
        let RawSignOff {
            name,
            role,
            image,
            image_alt,
        } = raw;
        let image = image.and_then(|image| {
            let file = self.asset(&image.value, image.span, here)?;
            let Some(alt) = image_alt else {
                self.report(Diagnostic::new(
                    &codes::MISSING_TEXT_ALTERNATIVE,
                    image.span,
                    "This picture has no words for people who cannot see it",
                    "Add a line \u{201c}image_alt: …\u{201d}, for example: Signature of the chair.",
                ));
                return Some((file, String::new()));
            };
            Some((file, alt.value))
        });
        SignOff {
            name: name.value,
            role: value(role),
            image,
        }
    }
}
