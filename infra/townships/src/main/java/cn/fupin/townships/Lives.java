package cn.fupin.townships;

import cn.fupin.townships.Households.Household;
import cn.fupin.townships.Households.Member;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which households each part of the file is about: a list for each part, in the file's order. */
record Lives(
        List<List<Helped>> leaders,
        List<List<Helped>> helpers,
        List<List<Household>> reverifications,
        List<List<Household>> measures,
        List<List<Supported>> policies,
        List<List<Household>> plans,
        List<List<Household>> visits,
        List<List<Household>> exits,
        List<List<Household>> exitPlans,
        List<List<Joining>> joinings,
        List<List<Leaving>> leavings) {

    record Helped(Household household, String helperId) {}

    /**
     * @param members none where it is the household's as a whole
     */
    record Supported(Household household, List<Member> members) {}

    record Joining(Household household, Member member, LocalDate joinedOn) {}

    record Leaving(Household household, Member member, LocalDate leftOn) {}

    /** The helper's id by the household's; a later part of the file replaces an earlier one. */
    Map<String, String> helperIds() {
        Map<String, String> ids = new HashMap<>();
        leaders.forEach(part -> part.forEach(h -> ids.put(h.household().id(), h.helperId())));
        helpers.forEach(part -> part.forEach(h -> ids.put(h.household().id(), h.helperId())));
        return ids;
    }
}
