package org.ytterby.reports.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.ytterby.reports.paper.Paper.Label;

/// Pages as the bytes of a PDF: no clock and no chance goes into them.
final class PaperFile {
    private static final int ID_BYTES = 16;

    private PaperFile() {}

    static byte[] bytes(List<String> pages, Label label, boolean zh) {
        try (PDDocument document = new PDDocument()) {
            COSDictionary fonts = new COSDictionary();
            for (Face face : Face.values()) {
                fonts.setItem(COSName.getPDFName(face.resource()), face.dictionary());
            }
            COSDictionary resources = new COSDictionary();
            resources.setItem(COSName.FONT, fonts);
            for (String page : pages) {
                document.addPage(page(document, page, resources));
            }
            describe(document, label, zh);
            identify(document, pages, label);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes, CompressParameters.NO_COMPRESSION);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PDPage page(PDDocument document, String content, COSDictionary resources)
            throws IOException {
        COSStream stream = document.getDocument().createCOSStream();
        try (OutputStream out = stream.createOutputStream()) {
            out.write(content.getBytes(StandardCharsets.US_ASCII));
        }
        PDPage page = new PDPage(PDRectangle.A4);
        page.getCOSObject().setItem(COSName.RESOURCES, resources);
        page.getCOSObject().setItem(COSName.CONTENTS, stream);
        return page;
    }

    private static void describe(PDDocument document, Label label, boolean zh) {
        document.getDocumentInformation().setTitle(label.title());
        document.getDocumentInformation().setProducer("Ytterby");
        if (!label.day().isEmpty()) {
            document.getDocumentInformation()
                    .setCustomMetadataValue(
                            "CreationDate", "D:" + label.day().replace("-", "") + "000000+08'00'");
        }
        document.getDocumentCatalog().setLanguage(zh ? "zh-CN" : "en");
        PDViewerPreferences shown = new PDViewerPreferences(new COSDictionary());
        shown.setDisplayDocTitle(true);
        document.getDocumentCatalog().setViewerPreferences(shown);
    }

    /// Names the file by what is in it, and not by when it was made.
    private static void identify(PDDocument document, List<String> pages, Label label) {
        COSArray id = new COSArray();
        byte[] digest = digest(pages, label);
        id.add(new COSString(digest));
        id.add(new COSString(digest));
        document.getDocument().setDocumentID(id);
    }

    private static byte[] digest(List<String> pages, Label label) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            pages.forEach(page -> sha.update(page.getBytes(StandardCharsets.UTF_8)));
            sha.update(label.toString().getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(sha.digest(), ID_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every JDK has it
        }
    }
}
