package cn.fupin.household.household;

import cn.fupin.backbone.command.BodyRule;
import cn.fupin.household.notice.Notices;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/**
 * How it was handled that a household was left out is held to its names: the settlement does not
 * say again which household it is about.
 */
@Component
class NamesInOmissions implements BodyRule {
    private final Notices notices;
    private final NamesInTexts names;

    NamesInOmissions(Notices notices, NamesInTexts names) {
        this.notices = notices;
        this.names = names;
    }

    @Override
    public void check(ObjectNode body) {
        var notice = body.path("noticeId").asString("");
        var omission = body.path("omissionId").asString("");
        if (notice.isEmpty() || omission.isEmpty() || body.has("householdId")) return;
        var household = notices.leftOut(notice, omission);
        if (household != null) names.check(household, body);
    }
}
