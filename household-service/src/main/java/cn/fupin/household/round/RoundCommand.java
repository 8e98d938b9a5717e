package cn.fupin.household.round;

import cn.fupin.backbone.command.Check;
import cn.fupin.backbone.command.Command;
import cn.fupin.backbone.command.Malformed;
import cn.fupin.backbone.command.Needs;
import cn.fupin.household.round.RoundEvent.RoundRule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;

sealed interface RoundCommand extends Command {
    String roundId();

    @Override
    default String streamId() {
        return roundId();
    }

    @Needs(permission = "round.open", region = Needs.Region.COMMAND)
    record OpenRound(Asked asked, boolean regionListed) implements RoundCommand {
        private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9]*(_[A-Z0-9]+)*");

        record Asked(
                String roundId,
                String region,
                String name,
                List<RoundRule> rules,
                LocalDate openedOn,
                boolean assumed,
                Instant receivedAt) {
            Asked {
                Check.id("round", "roundId", roundId);
                Check.region("region", region);
                Check.text("name", name, 50);
                Check.size("rules", rules, 1, 50);
                Check.distinct("rules", rules.stream().map(RoundRule::code).toList());
                for (var rule : rules) {
                    Check.text("rules.text", rule.text(), 500);
                    if (rule.code().length() > 50 || !CODE.matcher(rule.code()).matches()) {
                        throw new Malformed(
                                "rules.code",
                                "upper-case-code",
                                "应为大写英文代码，以下划线相连，至多 50 个字符",
                                "must be an UPPER_CASE code of at most 50 characters");
                    }
                }
                rules = List.copyOf(rules);
            }
        }

        @Override
        public String roundId() {
            return asked.roundId();
        }

        /** Where the stream opens. */
        public String region() {
            return asked.region();
        }
    }

    @Needs(permission = "round.close")
    record CloseRound(String roundId, LocalDate closedOn, boolean assumed, Instant receivedAt)
            implements RoundCommand {}
}
