package cn.fupin.household.household;

import cn.fupin.backbone.command.Check;
import cn.fupin.backbone.command.Malformed;
import cn.fupin.household.household.FileEvent.PlanKind;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** 一户一策 in its contents: by how much a year's income is to grow, and what is done for it. */
public final class PlanDetails {
    private static final int MOST_MEASURES = 50;
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,19}");
    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000);

    private PlanDetails() {}

    /** What is said of a year or of a measure fits the years and the measures of its plan. */
    static void check(
            PlanKind kind,
            int fromYear,
            int toYear,
            List<String> measures,
            @Nullable List<PlanGoal> goals,
            @Nullable List<PlannedMeasure> planned) {
        if (goals != null) {
            Check.size("goals", goals, 1, 3);
            Check.distinct("goals.year", goals.stream().map(PlanGoal::year).toList());
            for (var goal : goals) {
                Check.range("goals.year", goal.year(), fromYear, toYear);
                Check.range(
                        "goals.incomeFenPerHead",
                        goal.incomeFenPerHead(),
                        -Check.MOST_FEN,
                        Check.MOST_FEN);
            }
        }
        if (planned == null) return;
        Check.size("planned", planned, 1, MOST_MEASURES);
        Check.distinct("planned.code", planned.stream().map(PlannedMeasure::code).toList());
        for (var one : planned) {
            checkCode("planned.code", one.code());
            Check.range("planned.year", one.year(), fromYear, toYear);
            if (!measures.contains(one.measure())) {
                throw new Malformed(
                        "planned.measure",
                        "among-measures",
                        "须在 measures 之中",
                        "must be among measures");
            }
            one.check(kind);
        }
    }

    static void checkCode(String field, String code) {
        if (CODE.matcher(code).matches()) return;
        throw new Malformed(
                field,
                "code-of-a-measure",
                "应为至多 20 个字母、数字和 . _ - 组成的编号",
                "must be a code of at most 20 letters, digits and . _ -");
    }

    static void checkQuantity(String field, @Nullable BigDecimal quantity) {
        if (quantity == null) return;
        if (quantity.signum() <= 0 || quantity.scale() > 3 || quantity.compareTo(MOST) > 0) {
            throw new Malformed(
                    field,
                    "positive-quantity",
                    "应为大于 0 的数，至多三位小数",
                    "must be more than 0, with at most three decimals");
        }
    }

    /**
     * 收入目标.
     *
     * @param incomeFenPerHead what each head is to earn in that year
     */
    public record PlanGoal(int year, long incomeFenPerHead) {}

    /**
     * 计划措施: something that is to be done for the household in a year.
     *
     * @param code by which what is done of it names it
     * @param measure the code of its kind
     * @param scheme whose list of measures it is, null when nobody says
     * @param content what is done, in words
     * @param quantity how much of it, in {@code unit}; null where it is not counted
     * @param amountFen what it is to cost, null when nobody says
     * @param responsible who sees to it: an office, or a helper by the id; null when nobody says
     * @param ofCode of a yearly plan: which measure of the three years' it is part of
     */
    public record PlannedMeasure(
            String code,
            int year,
            String measure,
            @Nullable String scheme,
            String content,
            @Nullable BigDecimal quantity,
            @Nullable String unit,
            @Nullable Long amountFen,
            @Nullable String responsible,
            @Nullable String ofCode) {
        private void check(PlanKind kind) {
            Check.text("planned.content", content, 200);
            if (scheme != null) Check.text("planned.scheme", scheme, 50);
            if (responsible != null) Check.text("planned.responsible", responsible, 100);
            if (amountFen != null) Check.amountFen("planned.amountFen", amountFen);
            checkQuantity("planned.quantity", quantity);
            if ((quantity == null) != (unit == null)) {
                throw new Malformed(
                        "planned.unit",
                        "with-quantity",
                        "数量与单位须同时填写",
                        "is said with a quantity, and a quantity with it");
            }
            if (unit != null) Check.text("planned.unit", unit, 20);
            if (ofCode == null) return;
            checkCode("planned.ofCode", ofCode);
            if (kind != PlanKind.YEARLY) {
                throw new Malformed(
                        "planned.ofCode",
                        "of-a-yearly-plan",
                        "只在年度计划中填写",
                        "is said in a yearly plan");
            }
        }
    }
}
