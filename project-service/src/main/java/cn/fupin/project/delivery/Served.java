package cn.fupin.project.delivery;

import cn.fupin.backbone.command.Check;

/** A village the finished project serves, and in how many of its groups 村民小组 (0: not told). */
public record Served(String region, int groups) {
    public Served {
        Check.region("region", region);
        Check.range("groups", groups, 0, 500);
    }
}
