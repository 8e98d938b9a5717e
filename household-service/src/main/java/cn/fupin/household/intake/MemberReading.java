package cn.fupin.household.intake;

import cn.fupin.backbone.command.Malformed;
import cn.fupin.backbone.event.EventJson;
import cn.fupin.documents.sheet.Cell;
import cn.fupin.documents.sheet.Texts;
import cn.fupin.household.vault.IdentityNumber;
import cn.fupin.household.vault.PersonName;
import cn.fupin.household.vault.PersonalData;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Reads a member's line: the person first, then what the form asks beside. */
final class MemberReading {
    private static final Pattern CARD = Pattern.compile("\\d{12,20}");
    private static final Pattern SCIENTIFIC = Pattern.compile("\\d(\\.\\d+)?[Ee]\\+?\\d+");
    private static final Pattern CERTIFICATE = Pattern.compile("\\d{17}[\\dX]\\d{2}(B\\d)?");
    private static final int FIRST_BIRTH_YEAR = 1900;
    private static final Pattern LOST = Pattern.compile("[?？□\\uFFFD\\uE000-\\uF8FF]");

    /**
     * @param identity null for somebody without a number
     */
    record Read(
            Line line,
            @Nullable IdentityNumber identity,
            @Nullable String number,
            @Nullable String relation,
            @Nullable LocalDate bornOn,
            byte[] json) {
        /** Kept as bytes: a township's members as trees would not fit beside everything else. */
        ObjectNode body() {
            return (ObjectNode) EventJson.MAPPER.readTree(json);
        }

        /** Never the data: a record's own text would put it into a log. */
        @Override
        public String toString() {
            return "Read[*]";
        }
    }

    private final Cells cells;

    MemberReading(Cells cells) {
        this.cells = cells;
    }

    Read read(Line line) {
        var body = EventJson.MAPPER.createObjectNode();
        var name = name(line);
        if (name != null) body.put("name", name);
        var number = identityText(line);
        var identity = number == null ? null : identity(line, number);
        var sex = cells.choice(line, Column.SEX);
        var born = cells.date(line, Column.BORN_ON);
        if (identity != null && number != null) {
            body.put("identityNumber", number);
            compare(line, identity, sex, born);
            born = identity.bornOn();
            if (line.cell(Column.WITHOUT_NUMBER) != null) {
                cells.found(line, Column.WITHOUT_NUMBER, ImportRule.REASON_BESIDE_NUMBER);
            }
        } else if (line.cell(Column.IDENTITY) == null) {
            withoutNumber(line, sex, born, body);
        }
        phone(line, body);
        card(line, body);
        cells.required(line, Column.RELATION);
        var relation = cells.choice(line, Column.RELATION);
        if (relation != null) body.put("relation", relation);
        details(line, born, number, body);
        return new Read(
                line, identity, number, relation, born, EventJson.MAPPER.writeValueAsBytes(body));
    }

    /** As every form takes it; what the typing or saving of it lost is told before. */
    private @Nullable String name(Line line) {
        var text = cells.required(line, Column.NAME);
        if (text == null) return null;
        if (LOST.matcher(text).find() || Cells.isBroken(text)) {
            cells.found(line, Column.NAME, ImportRule.NAME_LOST_A_CHARACTER);
            return text;
        }
        try {
            return PersonName.of("name", text);
        } catch (Malformed malformed) {
            cells.found(
                    line,
                    Column.NAME,
                    switch (malformed.rule()) {
                        case "no-digits" -> ImportRule.NAME_HAS_DIGITS;
                        case "known-characters" -> ImportRule.NAME_LOST_A_CHARACTER;
                        case "max-length-50" -> ImportRule.TOO_LONG;
                        default -> ImportRule.NAME_NOT_LETTERS;
                    });
            return text;
        }
    }

    private @Nullable String identityText(Line line) {
        var cell = line.cell(Column.IDENTITY);
        var text = cells.raw(line, Column.IDENTITY);
        if (cell == null || text == null) return null;
        var number = Texts.halfWidth(text).replaceAll("[\\s'‘’-]", "").toUpperCase(Locale.ROOT);
        if (cell.hasLostDigits()
                || cell.kind() == Cell.Kind.NUMBER && number.length() != 15
                || SCIENTIFIC.matcher(number).matches()) {
            cells.found(line, Column.IDENTITY, ImportRule.IDENTITY_LOST_DIGITS);
            return null;
        }
        return number;
    }

    private @Nullable IdentityNumber identity(Line line, String number) {
        var rule =
                switch (number.length()) {
                    case 18 -> null;
                    case 15 -> ImportRule.IDENTITY_15;
                    case 20 -> ImportRule.IDENTITY_IS_CERTIFICATE;
                    default -> ImportRule.IDENTITY_LENGTH;
                };
        if (rule == null && !number.matches("[1-9]\\d{16}[\\dX]")) rule = ImportRule.IDENTITY_SHAPE;
        if (rule != null) {
            cells.found(line, Column.IDENTITY, rule);
            return null;
        }
        try {
            return IdentityNumber.parse("identityNumber", number);
        } catch (Malformed malformed) {
            cells.found(
                    line,
                    Column.IDENTITY,
                    malformed.rule().equals("birth-date")
                            ? ImportRule.IDENTITY_BIRTH_DATE
                            // the last three of a number that went through a number's cell
                            : number.endsWith("000")
                                    ? ImportRule.IDENTITY_LOST_DIGITS
                                    : ImportRule.IDENTITY_CHECKSUM);
            return null;
        }
    }

    private void compare(
            Line line, IdentityNumber identity, @Nullable String sex, @Nullable LocalDate born) {
        if (sex != null && identity.isMale() != sex.equals("MALE")) {
            cells.found(line, Column.SEX, ImportRule.SEX_DIFFERS);
        }
        if (born != null && !identity.bornOn().equals(born)) {
            cells.found(line, Column.BORN_ON, ImportRule.BIRTH_DATE_DIFFERS);
        }
    }

    private void withoutNumber(
            Line line, @Nullable String sex, @Nullable LocalDate born, ObjectNode body) {
        var reason = cells.choice(line, Column.WITHOUT_NUMBER);
        if (reason == null || sex == null || born == null) {
            cells.found(line, Column.IDENTITY, ImportRule.IDENTITY_MISSING);
            return;
        }
        if (born.getYear() < FIRST_BIRTH_YEAR) {
            cells.found(line, Column.BORN_ON, ImportRule.OUT_OF_RANGE);
        }
        body.put("withoutNumber", reason).put("sex", sex).put("bornOn", born.toString());
    }

    private void phone(Line line, ObjectNode body) {
        var text = cells.raw(line, Column.PHONE);
        if (text == null) return;
        var phone = Texts.halfWidth(text);
        if (PersonalData.isPhone(phone)) body.put("phone", phone);
        else cells.found(line, Column.PHONE, ImportRule.PHONE_SHAPE);
    }

    private void card(Line line, ObjectNode body) {
        var cell = line.cell(Column.CARD);
        var text = cells.raw(line, Column.CARD);
        if (cell == null || text == null) return;
        var card = Texts.halfWidth(text).replaceAll("[\\s-]", "");
        if (cell.hasLostDigits() || SCIENTIFIC.matcher(card).matches()) {
            cells.found(line, Column.CARD, ImportRule.CARD_LOST_DIGITS);
        } else if (CARD.matcher(card).matches()) {
            body.put("cardNumber", card);
        } else {
            cells.found(line, Column.CARD, ImportRule.CARD_SHAPE);
        }
    }

    private void details(
            Line line, @Nullable LocalDate born, @Nullable String number, ObjectNode body) {
        var details = EventJson.MAPPER.createObjectNode();
        var ethnicity = cells.words(line, Column.ETHNICITY, 20);
        if (ethnicity != null) details.put("ethnicity", ethnicity);
        choice(line, Column.EDUCATION, details, "education");
        var student = choice(line, Column.STUDENT, details, "studentStatus");
        var health = choice(line, Column.HEALTH, details, "health");
        var labour = choice(line, Column.LABOUR, details, "labourCapacity");
        disability(line, health, details);
        skills(line, details);
        var insurance = EventJson.MAPPER.createObjectNode();
        yesNo(line, Column.MEDICAL, insurance, "medical");
        yesNo(line, Column.MAJOR_ILLNESS, insurance, "majorIllness");
        yesNo(line, Column.PENSION, insurance, "pension");
        if (!insurance.isEmpty()) details.set("insurance", insurance);
        work(line, details);
        if (!details.isEmpty()) body.set("details", details);
        certificate(line, number, body);
        ages(line, born, student, labour);
    }

    private void ages(
            Line line,
            @Nullable LocalDate born,
            @Nullable String student,
            @Nullable String labour) {
        if (born == null) return;
        var age = cells.today().getYear() - born.getYear();
        if (student != null && !student.equals("NOT_A_STUDENT") && (age < 2 || age > 45)) {
            cells.found(line, Column.STUDENT, ImportRule.STUDENT_OF_STRANGE_AGE);
        }
        var works = "ORDINARY".equals(labour) || "SKILLED".equals(labour);
        if (works && (age < 16 || age > 90)) {
            cells.found(line, Column.LABOUR, ImportRule.WORKER_OF_STRANGE_AGE);
        }
    }

    private void disability(Line line, @Nullable String health, ObjectNode details) {
        var category = cells.choice(line, Column.DISABILITY);
        var grade = grade(line);
        if ((category == null) != (grade == null)) {
            cells.found(line, Column.DISABILITY_GRADE, ImportRule.GRADE_WITHOUT_CATEGORY);
        } else if (category != null && grade != null) {
            details.putObject("disability").put("category", category).put("grade", grade);
        } else if ("DISABLED".equals(health)) {
            cells.found(line, Column.DISABILITY, ImportRule.DISABILITY_WITHOUT_CATEGORY);
        }
    }

    /** 一级 and 壹 are written as often as 1. */
    private @Nullable Integer grade(Line line) {
        var text = cells.raw(line, Column.DISABILITY_GRADE);
        if (text == null) return null;
        var grade = Texts.halfWidth(text).replace("级", "");
        for (var digits : new String[] {"1234", "一二三四", "壹贰叁肆"}) {
            if (grade.length() == 1 && digits.contains(grade)) return digits.indexOf(grade) + 1;
        }
        cells.found(line, Column.DISABILITY_GRADE, ImportRule.OUT_OF_RANGE);
        return null;
    }

    private void certificate(Line line, @Nullable String number, ObjectNode body) {
        var cell = line.cell(Column.DISABILITY_CERTIFICATE);
        var text = cells.raw(line, Column.DISABILITY_CERTIFICATE);
        if (cell == null || text == null) return;
        var certificate = Texts.halfWidth(text).replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        if (cell.hasLostDigits() || SCIENTIFIC.matcher(certificate).matches()) {
            cells.found(line, Column.DISABILITY_CERTIFICATE, ImportRule.CARD_LOST_DIGITS);
        } else if (!CERTIFICATE.matcher(certificate).matches()
                || number != null && !certificate.startsWith(number)) {
            cells.found(line, Column.DISABILITY_CERTIFICATE, ImportRule.CERTIFICATE_SHAPE);
        } else {
            body.put("disabilityCertificate", certificate);
        }
    }

    private void skills(Line line, ObjectNode details) {
        var listed = cells.list(line, Column.SKILLS, 10, 50);
        if (listed.isEmpty()) return;
        var skills = details.putArray("skills");
        listed.forEach(skills::add);
    }

    private void work(Line line, ObjectNode details) {
        var place = cells.choice(line, Column.WORK_PLACE);
        var months = cells.whole(line, Column.WORK_MONTHS, 0, 12);
        if (place == null) {
            if (months != null && line.cell(Column.WORK_PLACE) == null) {
                cells.found(line, Column.WORK_MONTHS, ImportRule.MONTHS_WITHOUT_PLACE);
            }
            return;
        }
        var work = details.putObject("work").put("place", place);
        if (months != null) work.put("monthsPerYear", months);
    }

    private @Nullable String choice(Line line, Column column, ObjectNode into, String field) {
        var code = cells.choice(line, column);
        if (code != null) into.put(field, code);
        return code;
    }

    private void yesNo(Line line, Column column, ObjectNode into, String field) {
        var said = cells.yesNo(line, column);
        if (said != null) into.put(field, said);
    }
}
