package cn.fupin.household.household;

import cn.fupin.backbone.command.Check;
import cn.fupin.backbone.command.Decision;
import cn.fupin.backbone.command.Malformed;
import cn.fupin.backbone.command.Needs;
import cn.fupin.backbone.event.Shanghai;
import cn.fupin.household.evidence.Evidence;
import cn.fupin.household.household.DescriptionEvent.SealedNumber;
import cn.fupin.household.household.HouseholdEvent.Cause;
import cn.fupin.household.household.HouseholdEvent.HouseholdType;
import cn.fupin.household.household.HouseholdEvent.Member;
import cn.fupin.household.household.HouseholdEvent.Standard;
import cn.fupin.household.povertyline.PovertyLines.KnownLine;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the registration form says of a household and its members, as it comes to be known. */
sealed interface DescriptionCommand extends HouseholdCommand {
    /**
     * What is left out stays as it is.
     *
     * @param line of the standard named and the year of the income it is registered by; null when
     *     none is named, nobody says that income, or there is no line
     */
    @Needs(permission = "household.reclassify")
    record ReclassifyHousehold(Asked asked, @Nullable KnownLine line)
            implements DescriptionCommand {
        record Asked(
                String householdId,
                @Nullable Standard standard,
                @Nullable HouseholdType householdType,
                @Nullable Cause mainCause,
                @Nullable List<Cause> otherCauses,
                Decision decidedBy,
                boolean assumed,
                LocalDate reclassifiedOn,
                Instant receivedAt,
                @Nullable List<Evidence> evidence) {
            Asked {
                HouseholdCommand.checkId(householdId);
                if (Stream.of(standard, householdType, mainCause, otherCauses)
                        .allMatch(Objects::isNull)) {
                    throw new Malformed(
                            "householdType", "says-something", "至少填写一项变更", "must say something");
                }
                if (otherCauses != null) {
                    Check.size("otherCauses", otherCauses, 0, Cause.values().length);
                    otherCauses = List.copyOf(otherCauses);
                }
                evidence = HelpCommand.files(evidence);
            }
        }

        @Override
        public String householdId() {
            return asked.householdId();
        }

        @Override
        public LocalDate on() {
            return asked.reclassifiedOn();
        }

        @Override
        public Instant receivedAt() {
            return asked.receivedAt();
        }
    }

    @Needs(permission = "household.describe")
    record DescribeHousehold(
            String householdId,
            HouseholdDetails details,
            boolean assumed,
            LocalDate describedOn,
            Instant receivedAt,
            @Nullable List<Evidence> evidence)
            implements DescriptionCommand {
        public DescribeHousehold {
            HouseholdCommand.checkId(householdId);
            details.check("details", Shanghai.dateOf(receivedAt));
            evidence = HelpCommand.files(evidence);
        }

        @Override
        public LocalDate on() {
            return describedOn;
        }
    }

    /**
     * @param personId null for somebody this register has never heard of
     * @param numbers which are in {@code sealed}, null when none are
     */
    @Needs(permission = "household.describe")
    record DescribeMember(
            String householdId,
            @Nullable String personId,
            MemberDetails details,
            @Nullable String sealed,
            @Nullable List<SealedNumber> numbers,
            LocalDate on,
            boolean assumed,
            Instant receivedAt,
            @Nullable List<Evidence> evidence)
            implements DescriptionCommand {}

    /**
     * @param recorded the member as last recorded here, null when there is no such member
     * @param member as the paper with the number shows the person, sealed
     */
    @Needs(permission = "household.members")
    record IdentifyMember(
            String householdId,
            String personId,
            @Nullable Member recorded,
            Member member,
            @Nullable String differsBecause,
            LocalDate on,
            boolean assumed,
            Instant receivedAt,
            @Nullable List<Evidence> evidence)
            implements DescriptionCommand {}

    /** 户编号, given after the registration. */
    @Needs(permission = "household.number")
    record NumberHousehold(
            String householdId,
            String householdNumber,
            boolean assumed,
            LocalDate numberedOn,
            Instant receivedAt,
            @Nullable List<Evidence> evidence)
            implements DescriptionCommand {
        public NumberHousehold {
            HouseholdCommand.checkId(householdId);
            HouseholdNumber.check("householdNumber", householdNumber);
            evidence = HelpCommand.files(evidence);
        }

        @Override
        public LocalDate on() {
            return numberedOn;
        }
    }
}
