package cn.fupin.household.household;

import cn.fupin.backbone.command.Check;
import cn.fupin.backbone.command.Command;
import cn.fupin.backbone.command.Malformed;
import cn.fupin.backbone.event.Shanghai;
import java.time.Instant;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** Orders to a household's stream, by stage of its life. */
sealed interface HouseholdCommand extends Command
        permits BenefitLinkCommand,
                HelpCommand,
                IdentificationCommand,
                RegisterCommand,
                ExitCommand,
                CorrectionCommand,
                FileCommand,
                MemberCommand,
                MonitoringCommand,
                PolicyCommand,
                DescriptionCommand,
                RelapseCommand,
                StandingCommand,
                StepByVote {
    Pattern CODE = Pattern.compile("[A-Z][A-Z0-9]*(_[A-Z0-9]+)*");

    String householdId();

    /** The day the ordered fact is to be true. */
    LocalDate on();

    Instant receivedAt();

    @Override
    default String streamId() {
        return householdId();
    }

    default LocalDate today() {
        return Shanghai.dateOf(receivedAt());
    }

    static void checkId(String householdId) {
        Check.id("household", "householdId", householdId);
    }

    /** Such as NEW_YI_VILLAGE_BENEFICIARY: for programs to count by, not for people to read. */
    static void checkCode(String field, String code) {
        Check.text(field, code, 100);
        if (!CODE.matcher(code).matches()) {
            throw new Malformed(
                    field, "upper-case-code", "应为大写英文代码，以下划线相连", "must be an UPPER_CASE code");
        }
    }
}
