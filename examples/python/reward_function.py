"""A reward for reinforcement learning on report generation: F1-CheXbert of each sample.

The reward function has the shape that trainers such as TRL's GRPOTrainer call: lists of completions
and references in, one number per sample out. One chexbert process stays warm for the whole
training run, and the labels of references are kept by a hash of their text, so each reference is
labeled once.

Run from a clone: python3 examples/python/reward_function.py npx chexbert
"""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parents[2] / "clients" / "python"))

from chexbert_client import F1CheXbert, Labeler  # noqa: E402


def make_reward_function(scorer):
    """Returns reward(completions, references) -> list of numbers from 0 to 1.

    The reward is the share of the 14 labels that agree, plus the F1 of the positive ones, over 2:
    agreement alone is high for an empty report, and F1 alone is 0 for every normal pair.
    """

    def reward(completions, references, **_):
        reports = scorer.document(completions, references)["reports"]
        return [(one["label_accuracy_14"] + one["f1_14"]) / 2 for one in reports]

    return reward


def main(command):
    with Labeler(command=command, engine="rules") as labeler:
        with F1CheXbert(labeler=labeler) as scorer:
            reward = make_reward_function(scorer)
            references = ["Small left pleural effusion.", "No acute process."]
            for step, completions in enumerate(
                (["Lungs are clear.", "Lungs are clear."], ["Left pleural effusion.", "No acute process."])
            ):
                print(step, reward(completions, references))
            print(scorer.signature)


if __name__ == "__main__":
    main(sys.argv[1:] or ["chexbert"])
