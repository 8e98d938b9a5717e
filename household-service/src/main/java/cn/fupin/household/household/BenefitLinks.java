package cn.fupin.household.household;

import static cn.fupin.household.household.HouseholdReason.*;

import cn.fupin.backbone.command.PlainText;
import cn.fupin.backbone.command.Refused;
import cn.fupin.household.household.BenefitLinkCommand.*;
import cn.fupin.household.household.BenefitLinkEvent.*;
import cn.fupin.household.household.EntryTakenBack.*;
import cn.fupin.household.household.Household.Active;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * 利益联结: the contracts by which a household has its part in what others earn, and what it had by
 * them.
 *
 * @param links in the order recorded, without what was taken back
 */
public record BenefitLinks(List<Link> links) {
    public static final BenefitLinks NONE = new BenefitLinks(List.of());

    /**
     * @param signed as it was entered
     * @param endedOn its last day, null while it runs
     */
    public record Link(
            BenefitLinkSigned signed, @Nullable LocalDate endedOn, List<Dividend> dividends) {
        String contract() {
            return signed.contract();
        }

        LocalDate since() {
            return signed.occurredOn();
        }

        public long receivedFen() {
            return dividends.stream().mapToLong(Dividend::amountFen).sum();
        }
    }

    public record Dividend(LocalDate on, int year, long amountFen) {}

    static HouseholdEvent decide(BenefitLinkCommand command, Household state) {
        if (!(state instanceof Active household)) throw new Refused(HOUSEHOLD_ENDED);
        Families.notBeforeOpening(household, command.on());
        var links = household.file().links();
        return switch (command) {
            case SignBenefitLink c -> sign(c, links);
            case ReceiveDividend c -> receive(c, links.of(c.contract()));
            case EndBenefitLink c -> end(c, links.of(c.contract()));
        };
    }

    private static BenefitLinkSigned sign(SignBenefitLink c, BenefitLinks links) {
        if (links.links().stream().anyMatch(link -> isOf(link, c.contract()))) {
            throw new Refused(CONTRACT_SIGNED_ALREADY);
        }
        return new BenefitLinkSigned(
                c.householdId(),
                c.on(),
                c.contract(),
                c.partner(),
                c.kind(),
                c.stakeFen(),
                c.until(),
                c.assumed(),
                c.evidence());
    }

    private static DividendReceived receive(ReceiveDividend c, Link link) {
        notBefore(link.since(), c.on());
        Identification.notOfALaterYear(c.year(), c.on());
        var last = link.endedOn();
        if (c.year() < link.since().getYear() || last != null && c.year() > last.getYear()) {
            throw new Refused(CONTRACT_DID_NOT_RUN_THAT_YEAR);
        }
        return new DividendReceived(
                c.householdId(),
                c.on(),
                link.contract(),
                link.signed().partner(),
                c.year(),
                c.amountFen(),
                c.assumed(),
                c.evidence());
    }

    private static BenefitLinkEnded end(EndBenefitLink c, Link link) {
        if (link.endedOn() != null) throw new Refused(CONTRACT_ENDED_ALREADY);
        notBefore(link.since(), c.on());
        if (link.dividends().stream().anyMatch(d -> d.year() > c.on().getYear())) {
            throw new Refused(CONTRACT_DID_NOT_RUN_THAT_YEAR);
        }
        return new BenefitLinkEnded(
                c.householdId(),
                c.on(),
                link.contract(),
                link.signed().partner(),
                c.reason(),
                c.note(),
                c.assumed(),
                c.evidence());
    }

    private static void notBefore(LocalDate since, LocalDate on) {
        if (on.isBefore(since)) {
            throw new Refused(CONTRACT_NOT_YET_SIGNED, Map.of("signedOn", since.toString()));
        }
    }

    private static boolean isOf(Link link, String contract) {
        return PlainText.same(link.contract(), contract);
    }

    private Link of(String contract) {
        return links.stream()
                .filter(link -> isOf(link, contract))
                .findFirst()
                .orElseThrow(() -> new Refused(NO_SUCH_CONTRACT));
    }

    /** Nothing is left that rests on it, so that it can be taken back. */
    boolean isUnused(String contract) {
        var link = of(contract);
        return link.endedOn() == null && link.dividends().isEmpty();
    }

    public BenefitLinks with(BenefitLinkEvent event) {
        return switch (event) {
            case BenefitLinkSigned e -> {
                var more = new ArrayList<>(links);
                more.add(new Link(e, null, List.of()));
                yield new BenefitLinks(List.copyOf(more));
            }
            case DividendReceived e -> {
                var dividend = new Dividend(e.occurredOn(), e.year(), e.amountFen());
                yield changed(
                        e.contract(),
                        link -> {
                            var more = new ArrayList<>(link.dividends());
                            more.add(dividend);
                            return new Link(link.signed(), link.endedOn(), List.copyOf(more));
                        });
            }
            case BenefitLinkEnded e -> changed(e.contract(), link -> ended(link, e.occurredOn()));
        };
    }

    BenefitLinks without(BenefitLinkTakenBack e) {
        return new BenefitLinks(links.stream().filter(link -> !isOf(link, e.contract())).toList());
    }

    BenefitLinks without(BenefitLinkEndTakenBack e) {
        return changed(e.contract(), link -> ended(link, null));
    }

    /** Of equal ones each is as good as another. */
    BenefitLinks without(DividendTakenBack e) {
        var dividend = new Dividend(e.receivedOn(), e.year(), e.amountFen());
        return changed(
                e.contract(),
                link -> {
                    var left = new ArrayList<>(link.dividends());
                    left.remove(dividend);
                    return new Link(link.signed(), link.endedOn(), List.copyOf(left));
                });
    }

    private static Link ended(Link link, @Nullable LocalDate on) {
        return new Link(link.signed(), on, link.dividends());
    }

    private BenefitLinks changed(String contract, UnaryOperator<Link> change) {
        return new BenefitLinks(
                links.stream()
                        .map(link -> isOf(link, contract) ? change.apply(link) : link)
                        .toList());
    }
}
