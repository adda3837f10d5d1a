import java.io.File;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.preflight.PreflightDocument;
import org.apache.pdfbox.preflight.ValidationResult;
import org.apache.pdfbox.preflight.exception.SyntaxValidationException;
import org.apache.pdfbox.preflight.parser.PreflightParser;
import org.apache.pdfbox.text.PDFTextStripper;

/** PDFBox, asked twice: "preflight FILE…" prints a line for each file that is no PDF/A-1b, "text OUT
 * FILE…" writes the text of each to OUT/0.txt, OUT/1.txt … in the order of the content streams. */
public class Conformance {
    public static void main(String[] arguments) throws Exception {
        boolean text = arguments[0].equals("text");
        for (int i = text ? 2 : 1; i < arguments.length; i++)
            if (text)
                write(new File(arguments[i]), Path.of(arguments[1], (i - 2) + ".txt"));
            else
                check(new File(arguments[i]));
    }

    private static void write(File file, Path to) throws Exception {
        try (PDDocument document = PDDocument.load(file)) {
            String words = new PDFTextStripper().getText(document);
            Files.writeString(to, words);
        }
    }

    private static void check(File file) throws Exception {
        PreflightParser parser = new PreflightParser(file);
        ValidationResult result;
        try {
            parser.parse();
            try (PreflightDocument document = parser.getPreflightDocument()) {
                document.validate();
                result = document.getResult();
            }
        } catch (SyntaxValidationException wrong) {
            result = wrong.getResult();
        }
        PrintStream out = System.out;
        for (ValidationResult.ValidationError error : result.getErrorsList())
            out.println(file.getName() + ": " + error.getErrorCode() + " " + error.getDetails());
        if (result.isValid() != result.getErrorsList().isEmpty())
            out.println(file.getName() + ": " + result.isValid());
    }
}
