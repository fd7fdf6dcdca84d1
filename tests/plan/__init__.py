"""The seven steps: the plan in content/steps, and what it promises whatever is pressed."""
