package cn.fupin.household.vault;

import java.util.List;

/**
 * To be implemented by whatever else keeps something under a person's id or blind index (a matching
 * list, a waiting upload, stored files): it goes in the erasure's own transaction, or the erasure
 * does not happen.
 */
public interface ErasedWith {
    /**
     * @param personIds all ids the person was ever entered under
     * @param blindIndexes of the person's numbers; empty when none was ever known
     */
    void erase(List<String> personIds, List<byte[]> blindIndexes);
}
