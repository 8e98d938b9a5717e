package cn.fupin.household.household;

import cn.fupin.backbone.event.Event;
import cn.fupin.household.povertyline.PovertyLines.Whose;
import org.jspecify.annotations.Nullable;

/**
 * A household's own facts, one stream for its whole life, in groups that are named as the commands
 * are which lead to them; here is what the groups have in common. Money is fen; {@code
 * incomeFenPerHead} is the net income divided by the members, rounded down to the fen, so that it
 * is below a line exactly when the household's income is below the line times its members. {@code
 * assumed} marks what the source text does not state.
 */
public sealed interface HouseholdEvent extends Event
        permits BenefitLinkEvent,
                CorrectionEvent,
                DescriptionEvent,
                ExitEvent,
                FileEvent,
                HelpEvent,
                IdentificationEvent,
                MemberEvent,
                MonitoringEvent,
                PolicyEvent,
                RegisterEvent,
                RelapseEvent,
                StandingEvent {
    String householdId();

    /**
     * What may be seen of a member, and the rest sealed.
     *
     * @param maskedName the surname with stars
     * @param sealed base64 of name and numbers under the person's own key
     * @param withoutNumber why there is no identity number yet, null for whoever has one
     */
    record Member(
            String personId,
            String maskedName,
            Relation relation,
            Sex sex,
            int birthYear,
            String sealed,
            @Nullable WithoutNumber withoutNumber) {}

    /** 新生儿, 未登记户口, 证件办理中, 其他. */
    enum WithoutNumber {
        NEWBORN,
        UNREGISTERED,
        APPLIED_FOR,
        OTHER
    }

    /** Of the head; 户主 配偶 子女 父母 其他, 儿媳女婿 孙辈 岳父母公婆 祖辈 兄弟姐妹. */
    enum Relation {
        HEAD,
        SPOUSE,
        CHILD,
        PARENT,
        OTHER,
        CHILD_IN_LAW,
        GRANDCHILD,
        PARENT_IN_LAW,
        GRANDPARENT,
        SIBLING
    }

    enum Sex {
        MALE,
        FEMALE
    }

    /** Whose line applied: 国家标准, 省定标准, 市定标准. */
    enum Standard {
        NATIONAL(Whose.NATION),
        PROVINCIAL(Whose.PROVINCE),
        /** The city's, or what a county or township of it set beyond that. */
        CITY(Whose.NEAREST);

        private final Whose whose;

        Standard(Whose whose) {
            this.whose = whose;
        }

        public Whose whoseLine() {
            return whose;
        }
    }

    /** 一般贫困户, 低保户, 五保户, 低保贫困户, 特困供养户 (which came after 五保户). */
    enum HouseholdType {
        GENERAL,
        DIBAO,
        FIVE_GUARANTEES,
        DIBAO_POOR,
        DESTITUTE
    }

    /** 因病 因残 因学 因灾 缺土地 缺水 缺技术 缺劳力 缺资金 交通条件落后 自身发展动力不足 其他; of later forms 因婚 因丧 因疫. */
    enum Cause {
        ILLNESS("因病"),
        DISABILITY("因残"),
        SCHOOLING("因学"),
        DISASTER("因灾"),
        LAND("缺土地"),
        WATER("缺水"),
        SKILLS("缺技术"),
        LABOUR("缺劳力"),
        CAPITAL("缺资金"),
        TRANSPORT("交通条件落后"),
        MOTIVATION("自身发展动力不足"),
        OTHER("其他"),
        MARRIAGE_COSTS("因婚"),
        FUNERAL_COSTS("因丧"),
        EPIDEMIC("因疫");

        private final String zh;

        Cause(String zh) {
            this.zh = zh;
        }

        public String zh() {
            return zh;
        }
    }

    /** 两不愁三保障 and safe drinking water. */
    record Assurances(
            boolean food,
            boolean clothing,
            boolean education,
            boolean medical,
            boolean housing,
            boolean water) {
        boolean all() {
            return food && clothing && education && medical && housing && water;
        }
    }
}
