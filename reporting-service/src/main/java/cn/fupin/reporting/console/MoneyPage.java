package cn.fupin.reporting.console;

import cn.fupin.reporting.asof.Asked;
import cn.fupin.reporting.history.FormTerms;
import cn.fupin.reporting.history.Terms;
import cn.fupin.reporting.money.MoneyPaths;
import cn.fupin.reporting.money.PaymentPath;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One payment, from the document that granted it to where it went. */
@Component
class MoneyPage {
    private final MoneyPaths paths;

    MoneyPage(MoneyPaths paths) {
        this.paths = paths;
    }

    record Page(
            PaymentPath path,
            Display.Amount amount,
            Display.Amount paid,
            String status,
            String projectKind,
            List<Source> sources,
            List<Benefit> benefits,
            Display.@Nullable Amount committed) {}

    record Source(
            PaymentPath.Source source, Display.Amount amount, Display.@Nullable Amount granted) {}

    record Benefit(String zh, String en, @Nullable String householdId, Display.Amount amount) {}

    Page page(String paymentId, Asked asked) {
        var path = paths.ofPayment(paymentId, asked);
        var committed = path.commitment().amountFen();
        var kind = path.project().kind();
        return new Page(
                path,
                Display.money(path.amountFen()),
                Display.money(path.paidFen()),
                Terms.zh(path.status()) + " " + Terms.en(path.status()),
                kind == null
                        ? ""
                        : FormTerms.zh("projectKind", kind)
                                + " "
                                + FormTerms.en("projectKind", kind),
                path.sources().stream().map(MoneyPage::source).toList(),
                benefits(path.benefit()),
                committed == null ? null : Display.money(committed));
    }

    private static Source source(PaymentPath.Source source) {
        var grant = source.appropriation();
        return new Source(
                source,
                Display.money(source.amountFen()),
                grant == null ? null : Display.money(grant.amountFen()));
    }

    private static List<Benefit> benefits(PaymentPath.Benefit benefit) {
        var household = benefit.paidToHousehold();
        if (household != null) {
            return List.of(
                    new Benefit(
                            "直接付给农户",
                            "paid to a household",
                            household.householdId(),
                            Display.money(household.amountFen())));
        }
        var attributed = benefit.attributedToHouseholds();
        if (attributed != null) {
            return attributed.stream()
                    .map(a ->
                            new Benefit(
                                    "按项目份额归于农户",
                                    "attributed to a household by shares",
                                    a.householdId(),
                                    Display.money(a.amountFen())))
                    .toList();
        }
        var everyone = Objects.requireNonNull(benefit.publicBenefit());
        return List.of(
                new Benefit(
                        "公共受益,惠及 %d 个村".formatted(everyone.served().size()),
                        "public benefit",
                        null,
                        Display.money(everyone.amountFen())));
    }
}
